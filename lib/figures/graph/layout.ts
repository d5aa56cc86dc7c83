import type { Point } from '../figure-module';
import { TEXT, textWidth } from '../text';
import { nodeName } from './names';
import type { GraphData } from './stages';

export type Box = Point & { width: number; height: number };
export type Layout = {
  width: number;
  height: number;
  /** One a node, around its middle. */
  boxes: Box[];
  /** From top to bottom, where there is no room from left to right. */
  down: boolean;
};

const NODE = { width: 70, height: 58 };
/** `along` has room for a local derivative. */
const GAP = { along: 42, across: 18 };
const DOWN = 34;
const EDGE = 6;
const WIDEST = 132;

/** Depth by depth, from left to right; each node as near as may be to what it reads and what reads it. */
export function layoutOf(data: GraphData, width: number): Layout {
  const columns = columnsOf(data);
  const widths = data.nodes.map((_, i) =>
    Math.min(WIDEST, Math.max(NODE.width, textWidth(nodeName(data, i), TEXT.label) + 34)),
  );
  const across = columns.map((nodes) => Math.max(...nodes.map((i) => widths[i]!)));
  const needed = across.reduce((sum, one) => sum + one, 0) + GAP.along * (columns.length - 1);
  return needed + 2 * EDGE <= width
    ? sideways(columns, across, widths, width - needed - 2 * EDGE)
    : downwards(columns, widths, width);
}

function sideways(columns: number[][], across: number[], widths: number[], spare: number): Layout {
  const gap = GAP.along + Math.min(40, spare / Math.max(1, columns.length - 1));
  const tallest = Math.max(...columns.map((nodes) => nodes.length));
  const height = tallest * (NODE.height + GAP.across) - GAP.across + 2 * EDGE;
  const boxes: Box[] = [];
  let x = EDGE;
  columns.forEach((nodes, column) => {
    const step = NODE.height + GAP.across;
    const top = height / 2 - ((nodes.length - 1) * step) / 2;
    nodes.forEach((node, row) => {
      boxes[node] = {
        x: x + across[column]! / 2,
        y: top + row * step,
        width: widths[node]!,
        height: NODE.height,
      };
    });
    x += across[column]! + gap;
  });
  return { width: x - gap + EDGE, height, boxes, down: false };
}

function downwards(columns: number[][], widths: number[], width: number): Layout {
  const boxes: Box[] = [];
  const step = NODE.height + DOWN;
  const rows = columns.map((nodes) =>
    nodes.reduce((sum, node) => sum + widths[node]! + GAP.across, -GAP.across),
  );
  const widest = Math.max(width, ...rows.map((row) => row + 2 * EDGE));
  columns.forEach((nodes, depth) => {
    let x = widest / 2 - rows[depth]! / 2;
    for (const node of nodes) {
      const own = widths[node]!;
      boxes[node] = { x: x + own / 2, y: EDGE + NODE.height / 2 + depth * step, width: own, height: NODE.height }; // prettier-ignore
      x += own + GAP.across;
    }
  });
  const height = columns.length * step - DOWN + 2 * EDGE;
  return { width: widest, height, boxes, down: true };
}

/** Nodes by depth; what goes in stands just before its first reader. Within a depth in the order of their neighbours. */
function columnsOf({ nodes }: GraphData): number[][] {
  const depth = nodes.map(() => 0);
  nodes.forEach(({ inputs }, i) => {
    for (const { node } of inputs) depth[i] = Math.max(depth[i]!, depth[node]! + 1);
  });
  nodes.forEach(({ op }, i) => {
    if (op !== '') return;
    const readers = nodes.flatMap(({ inputs }, reader) =>
      inputs.some(({ node }) => node === i) ? [depth[reader]!] : [],
    );
    if (readers.length > 0) depth[i] = Math.min(...readers) - 1;
  });
  const columns: number[][] = [];
  depth.forEach((d, i) => (columns[d] ??= []).push(i));
  return ordered(nodes, columns);
}

/** A few sweeps of barycentres (Sugiyama, Tagawa, Toda 1981) leave few edges that cross. */
function ordered(nodes: GraphData['nodes'], columns: number[][]): number[][] {
  const place = new Map<number, number>();
  const settle = () =>
    columns.forEach((column) =>
      column.forEach((node, row) => place.set(node, row - (column.length - 1) / 2)),
    );
  settle();
  const beside = (i: number) => [
    ...nodes[i]!.inputs.map(({ node }) => node),
    ...nodes.flatMap(({ inputs }, reader) =>
      inputs.some(({ node }) => node === i) ? [reader] : [],
    ),
  ];
  const centre = (i: number) => {
    const others = beside(i);
    return others.reduce((sum, other) => sum + place.get(other)!, 0) / Math.max(1, others.length);
  };
  for (let sweep = 0; sweep < 4; sweep++) {
    for (const column of columns) column.sort((a, b) => centre(a) - centre(b) || a - b);
    settle();
  }
  return columns;
}

import type { CursorOf, Key, Point, Pressed } from '../figure-module';
import { formatNumber, formatSigned } from '../format';
import { isScalar, nodeName, opWord, resultName, shapeText } from './names';
import type { GraphScene } from './scene';
import { walkOf, type GraphNode } from './stages';

type GraphCursor = CursorOf<'graph'>;
const LISTED = 6;

export function hitGraph({ layout }: GraphScene, { x, y }: Point): GraphCursor | null {
  const node = layout.boxes.findIndex(
    (box) => Math.abs(x - box.x) <= box.width / 2 + 4 && Math.abs(y - box.y) <= box.height / 2 + 4,
  );
  return node < 0 ? null : { kind: 'graph', node };
}

/** Left and right in the order of the computation, up and down to the nearest node in that direction. */
export function moveGraph(scene: GraphScene, cursor: GraphCursor | null, key: Key): GraphCursor {
  const last = scene.data.nodes.length - 1;
  const at = (node: number): GraphCursor => ({
    kind: 'graph',
    node: Math.min(last, Math.max(0, node)),
  });
  if (!cursor) return at(scene.now?.node ?? 0);
  switch (key) {
    case 'left':
      return at(cursor.node - 1);
    case 'right':
      return at(cursor.node + 1);
    case 'up':
    case 'down':
      return at(nearest(scene, cursor.node, key === 'up' ? -1 : 1));
    case 'home':
      return at(0);
    case 'end':
      return at(last);
    default:
      return key satisfies never;
  }
}

function nearest({ layout }: GraphScene, from: number, way: 1 | -1): number {
  const own = layout.boxes[from]!;
  let best = { node: from, cost: Infinity };
  layout.boxes.forEach((box, node) => {
    const ahead = way * (box.y - own.y);
    if (ahead <= 1) return;
    const cost = ahead + 2 * Math.abs(box.x - own.x);
    if (cost < best.cost) best = { node, cost };
  });
  return best.node;
}

export function readGraph(
  { data, value, gradient }: GraphScene,
  { node: at }: GraphCursor,
): string {
  const node = data.nodes[at]!;
  const name = nodeName(data, at);
  const what = node.op === '' ? name : `${name}, ${opWord(node)} of ${inputNames(data.nodes, node, (i) => nodeName(data, i))}`; // prettier-ignore
  const shape = isScalar(node) ? '' : `, shape ${shapeText(node)}`;
  const is = value[at] ? `: ${numbers(node.values, formatNumber)}` : ', not computed yet';
  const slope = gradient[at]
    ? `; gradient of ${resultName(data)} by it ${numbers(node.gradient, formatSigned)}`
    : '';
  return `${what}${shape}${is}${slope}`;
}

const inputNames = (_: readonly GraphNode[], node: GraphNode, name: (i: number) => string) =>
  node.inputs.map((input) => name(input.node)).join(' and ');

function numbers(values: Float32Array, format: (value: number) => string): string {
  const shown = Array.from(values.slice(0, LISTED), format).join(', ');
  return values.length > LISTED ? `${shown}, \u2026` : shown;
}

/** A press goes to the stage at which the node has come to its value, or, if that is now, to its gradient. */
export function pressGraph({ data, stage }: GraphScene, { node }: GraphCursor): Pressed | null {
  const { forward, backward } = walkOf(data);
  const [value, gradient] = [forward.indexOf(node) + 1, backward.indexOf(node)];
  const back = gradient < 0 ? null : forward.length + gradient + 1;
  const to = value > 0 && stage !== value ? value : back;
  return to === null ? null : { settings: { stage: to } };
}

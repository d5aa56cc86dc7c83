import type { Point } from '../figure-module';
import { fitText, TEXT, textWidth } from '../text';
import { unitsOf, type NetworkData } from './names';

/** One layer's units. `nodes[u]` is the centre of unit `u`; `sides` is the number of sub-columns. */
export type Column = {
  x: number;
  nodes: Point[];
  radius: number;
  /** Between neighbours of a sub-column. */
  spacing: number;
  heading: string[];
};

export type Layout = {
  width: number;
  height: number;
  top: number;
  bottom: number;
  columns: Column[];
  /** Of the labels' text. */
  labelSize: number;
  inputLabels: string[];
  outputLabels: string[];
  /** Whether output labels stand beneath their node rather than beside it. */
  outputBelow: boolean;
};

const TOP = 68;
const BODY = 392;
const FOOT = 68;
const MIN_GAP = 56;
const NARROW = 540;
/** Closer than this, units go into several sub-columns. */
const MIN_SPACING = 4;

/** Columns of units at even distances, between the inputs' names and the outputs'. */
export function layoutOf(data: NetworkData, width: number): Layout {
  const count = data.layers.length + 1;
  const narrow = width < NARROW;
  const size = narrow ? TEXT.small : TEXT.label;
  const labels = labelRoom(data.inputs, size, narrow ? 100 : 140);
  const outputBelow = narrow && unitsOf(data, count - 1) === 1;
  const outputs = outputBelow ? 0 : labelRoom(data.outputs, size, narrow ? 64 : 120);
  const left = Math.max(36, labels);
  const right = Math.max(36, outputs);
  const gap = Math.max(MIN_GAP, (width - left - right) / Math.max(1, count - 1));
  const full = Math.max(width, left + right + gap * (count - 1));
  const columns = Array.from({ length: count }, (_, i) => columnOf(data, i, left + gap * i, gap));
  return {
    width: full,
    height: TOP + BODY + FOOT,
    top: TOP,
    bottom: TOP + BODY,
    columns,
    labelSize: size,
    inputLabels: data.inputs.map((label) => fitText(label, size, left - 18)),
    outputLabels: data.outputs.map((label) =>
      fitText(label, size, outputBelow ? 2 * right : right - 20),
    ),
    outputBelow,
  };
}

const labelRoom = (labels: readonly string[], size: number, cap: number) =>
  labels.length === 0
    ? 0
    : Math.min(cap, 20 + Math.max(...labels.map((label) => textWidth(label, size))));

function columnOf(data: NetworkData, index: number, x: number, gap: number): Column {
  const units = unitsOf(data, index);
  const sides = Math.max(1, Math.min(8, Math.ceil((units * MIN_SPACING) / BODY)));
  const rows = Math.ceil(units / sides);
  const spacing = Math.min(36, BODY / Math.max(1, rows));
  const radius = Math.min(8, Math.max(1.5, spacing * 0.4));
  const first = TOP + BODY / 2 - (spacing * (rows - 1)) / 2;
  const nodes = Array.from({ length: units }, (_, unit) => ({
    x: x + ((unit % sides) - (sides - 1) / 2) * Math.max(4, radius * 2.6),
    y: first + Math.floor(unit / sides) * spacing,
  }));
  return { x, nodes, radius, spacing, heading: headingOf(data, index, gap - 6) };
}

/** Name, size and activation, each cut to the column. */
function headingOf(data: NetworkData, index: number, room: number): string[] {
  const layer = data.layers[index - 1];
  const units = unitsOf(data, index);
  const lines = layer
    ? [layer.name, `${units} ${units === 1 ? 'unit' : 'units'}`, layer.activation]
    : ['inputs', String(units)];
  return lines.map((line, i) => fitText(line, i === 0 ? TEXT.label : TEXT.small, room));
}

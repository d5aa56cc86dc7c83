import { hitStepper } from '../convolve/hit-stepper';
import { valueAt } from '../convolve/plane';
import { positionOf } from '../convolve/stepper';
import { maxTex, numberTex, sumTex } from '../convolve/stepper-terms';
import type { Place } from '../convolve/geometry';
import type { CursorOf, Key, Point, Pressed } from '../figure-module';
import { formatNumber, formatSigned } from '../format';
import { hasNumber, rangeAt } from '../pixels/level';
import { answerTex } from './answer';
import { cellAt } from './answer-cells';
import { mapName, mapsBefore, mapsOf, outputText, sizeWords } from './names';
import { endingTex } from './opened';
import type { ConvnetScene } from './scene';
import { codeOf } from './settings';

type ConvnetCursor = CursorOf<'convnet'>;

export function hitConvnet(scene: ConvnetScene, point: Point): ConvnetCursor | null {
  const { columns, rows, outputs, opened, answer, data } = scene;
  for (const [layer, { tiles }] of columns.entries()) {
    const map = tiles.findIndex(
      ({ x, y, width, height }) =>
        point.x >= x && point.y >= y && point.x < x + width && point.y < y + height,
    );
    if (map >= 0) return { kind: 'convnet', layer, map, at: null };
  }
  const row = rows.find(({ y }) => Math.abs(point.y - y) <= outputs.rowHeight / 2);
  if (row && point.x >= outputs.x && point.x < outputs.x + outputs.width) {
    return { kind: 'convnet', layer: data.layers.length + 1, map: row.index, at: null };
  }
  const cell = answer && cellAt(answer.layout, point);
  if (answer && cell) {
    const at = { row: cell.part, column: 0 };
    return { kind: 'convnet', layer: data.layers.length + 1, map: answer.index, at };
  }
  const at = opened && hitStepper(opened.stepper, point);
  return at && opened ? { kind: 'convnet', layer: opened.layer, map: opened.map, at } : null;
}

/** Left and right from layer to layer, up and down within one. */
export function moveConvnet(
  { data, columns, rows }: ConvnetScene,
  cursor: ConvnetCursor | null,
  key: Key,
): ConvnetCursor {
  const layer = cursor?.layer ?? 0;
  const counts = [...columns.map(({ tiles }) => tiles.length), rows.length];
  const count = counts[layer] ?? 1;
  const last = counts.length - 1;
  const order = layer === last ? rows.map(({ index }) => index) : null;
  const row = order ? Math.max(0, order.indexOf(cursor?.map ?? 0)) : (cursor?.map ?? 0);
  const to = (nextLayer: number, nextRow: number): ConvnetCursor => {
    const most = Math.max(0, (counts[nextLayer] ?? 1) - 1);
    const place = Math.min(most, Math.max(0, nextRow));
    const map = nextLayer === data.layers.length + 1 ? (rows[place]?.index ?? 0) : place;
    return { kind: 'convnet', layer: nextLayer, map, at: null };
  };
  if (!cursor) return to(key === 'end' ? last : 0, 0);
  const beside = (next: number) =>
    to(next, Math.round(((row + 0.5) / count) * (counts[next] ?? 1) - 0.5));
  switch (key) {
    case 'left':
      return beside(Math.max(0, layer - 1));
    case 'right':
      return beside(Math.min(last, layer + 1));
    case 'up':
      return to(layer, row - 1);
    case 'down':
      return to(layer, row + 1);
    case 'home':
      return beside(0);
    case 'end':
      return beside(last);
    default:
      return key satisfies never;
  }
}

export function readConvnet(scene: ConvnetScene, { layer, map, at }: ConvnetCursor): string {
  const { data, opened, answer } = scene;
  if (layer === data.layers.length + 1) {
    const part = at && answer?.parts[at.row];
    if (part) return `${part.name} adds ${formatSigned(part.share)} for ${data.labels[map]}`;
    const value = outputText(data.outputs[map] ?? NaN, data.shares);
    return `${data.labels[map]}: ${value}${data.head ? '. Press it to see how it is made.' : ''}`;
  }
  const pixels = mapsOf(data, layer) ?? data.input;
  if (at && opened) {
    const value = formatNumber(valueAt(opened.stepped.output, at));
    return `${opened.stepped.names.output}, row ${at.row + 1}, column ${at.column + 1}: ${value}`;
  }
  const { low, high } = rangeAt(pixels, map);
  const ends = hasNumber(pixels, map)
    ? `from ${formatNumber(low)} to ${formatNumber(high)}`
    : 'all NaN or infinite';
  const span = `${mapName(data, layer, map)} of ${sizeWords(pixels)}, ${ends}`;
  const own = data.layers[layer - 1];
  if (!own?.window) return span;
  const before = mapsBefore(data, layer).count;
  const from =
    own.kind === 'convolution' ? `${before} ${before === 1 ? 'map' : 'maps'}` : 'one map';
  return `${span}; ${own.kind} of ${from}. Press it to see how it is made.`;
}

export function pressConvnet(
  { data, opened, answer }: ConvnetScene,
  { layer, map, at }: ConvnetCursor,
): Pressed | null {
  if (layer === data.layers.length + 1) {
    if (!data.head || at) return null;
    return { settings: { open: answer?.index === map ? -1 : codeOf(layer, map) } };
  }
  if (at && opened) return { settings: { position: positionOf(opened.stepper.geometry, at) } };
  if (!data.layers[layer - 1]?.window) return null;
  const isOpen = opened?.layer === layer && opened.map === map;
  return { settings: { open: isOpen ? -1 : codeOf(layer, map) } };
}

/** The arithmetic of the opened map at a place, or of the opened output. */
export function openedTex(scene: ConvnetScene, at: Place | null): string | null {
  const { opened, answer, data } = scene;
  if (answer) return answerTex(data, answer, at && at.row < answer.parts.length ? at.row : null);
  const place = at ?? opened?.at;
  if (!opened || !place || opened.stepped.output.values.length === 0) return null;
  const { stepped } = opened;
  const value = numberTex(valueAt(stepped.output, place));
  const kind = data.layers[opened.layer - 1]?.kind;
  if (kind === 'max pooling') return maxTex(stepped, place, value);
  if (kind !== 'convolution') return null;
  return `\\begin{gathered}${sumTex(stepped, place, value)}\\\\[4pt]${endingTex(data, opened, place)}\\end{gathered}`;
}

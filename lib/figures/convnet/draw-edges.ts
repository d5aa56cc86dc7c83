import type { Context, CursorOf, Rect } from '../figure-module';
import type { Theme } from '../theme';
import { HEAD, TALL } from './columns';
import { mapsBefore } from './names';
import { sliceOf } from './opened';
import type { ConvnetScene } from './scene';

/** Beyond this many lines between two layers they would be a gray field. */
const MOST = 640;
const WIDEST = 3;

/** Which maps go into which, faintly. */
export function drawEdges(context: Context, scene: ConvnetScene, theme: Theme): void {
  context.setLineDash([]);
  context.strokeStyle = theme.rule;
  context.lineWidth = 1;
  scene.columns.forEach((column, layer) => {
    const before = scene.columns[layer - 1]?.tiles ?? [];
    if (before.length * column.tiles.length > MOST) return;
    column.tiles.forEach((tile, map) => {
      for (const from of sourcesOf(scene, layer, map)) {
        const source = before[from];
        if (source) curve(context, source, tile);
      }
    });
  });
  const last = scene.columns[scene.columns.length - 1];
  for (const tile of last?.tiles ?? []) fan(context, tile, scene);
}

/** Places in the column before. */
export function sourcesOf({ data }: ConvnetScene, layer: number, map: number): number[] {
  if (layer === 0 || layer > data.layers.length) return [];
  const count = mapsBefore(data, layer).count;
  if (data.layers[layer - 1]?.kind === 'convolution') {
    return Array.from({ length: count }, (_, input) => input);
  }
  return map < count ? [map] : [];
}

/** The inputs of what is pointed at: of a convolution as wide as their weights are large, coloured by the weights' sum. */
export function drawInputs(
  context: Context,
  scene: ConvnetScene,
  theme: Theme,
  { layer, map }: CursorOf<'convnet'>,
): void {
  const tile = scene.columns[layer]?.tiles[map];
  const before = scene.columns[layer - 1]?.tiles;
  if (!tile || !before) return;
  const weights = sourcesOf(scene, layer, map).map((from) => weightOf(scene, layer, from, map));
  const largest = Math.max(...weights.map(({ size }) => size), 1e-9);
  weights.forEach(({ from, size, sum }) => {
    const source = before[from];
    if (!source) return;
    context.strokeStyle = sum === null ? theme.ink : sum < 0 ? theme.negative : theme.positive;
    context.lineWidth = sum === null ? 2 : 0.5 + (WIDEST * size) / largest;
    curve(context, source, tile);
  });
}

function weightOf({ data }: ConvnetScene, layer: number, from: number, map: number) {
  const own = data.layers[layer - 1];
  if (own?.kind !== 'convolution') return { from, size: 1, sum: null };
  const { values } = sliceOf(own, mapsBefore(data, layer).count, from, map);
  let [size, sum] = [0, 0];
  for (const value of values) {
    size += Math.abs(value);
    sum += value;
  }
  return { from, size, sum };
}

/** From the maps to the output that is opened: as wide as their shares are large, coloured by their sign. */
export function drawShares(context: Context, scene: ConvnetScene, theme: Theme): void {
  const { answer, data, columns, rows, outputs } = scene;
  const row = rows.find(({ index }) => index === answer?.index);
  if (!answer || !row || !data.head?.ofMaps) return;
  const sizes = answer.parts.map(({ share }) => Math.abs(share));
  const largest = Math.max(...sizes.filter(Number.isFinite), 1e-9);
  answer.parts.forEach(({ share }, part) => {
    const tile = columns.at(-1)?.tiles[part];
    if (!tile) return;
    context.strokeStyle = share < 0 ? theme.negative : theme.positive;
    context.lineWidth = 0.5 + (WIDEST * Math.abs(share)) / largest || 0.5;
    curve(context, tile, { x: outputs.x, y: row.y, width: 0, height: 0 });
  });
}

function curve(context: Context, from: Rect, to: Rect): void {
  const [x0, y0] = [from.x + from.width + 1, from.y + from.height / 2];
  const [x1, y1] = [to.x - 1, to.y + to.height / 2];
  const bend = (x1 - x0) / 2;
  context.beginPath();
  context.moveTo(x0, y0);
  context.bezierCurveTo(x0 + bend, y0, x1 - bend, y1, x1, y1);
  context.stroke();
}

/** From the last maps to the first dense layer, or to the outputs. */
function fan(context: Context, tile: Rect, { strips, outputs }: ConvnetScene): void {
  const x = strips[0]?.x ?? outputs.x;
  const share = (tile.y - HEAD) / TALL;
  curve(context, tile, { x: x + 12, y: HEAD + share * TALL, width: 0, height: tile.height });
}

import { drawStepper } from '../convolve/draw-stepper';
import type { Context, CursorOf } from '../figure-module';
import { outline } from '../pixels/outline';
import { pixelRaster } from '../pixels/pixel-raster';
import type { Raster } from '../raster';
import { TEXT, drawText, fitText } from '../text';
import type { Theme } from '../theme';
import { drawAnswer } from './draw-answer';
import { HEAD, TALL } from './columns';
import { drawInputs, drawShares, sourcesOf } from './draw-edges';
import { mapName, mapsOf, outputText } from './names';
import type { ConvnetScene } from './scene';

type ConvnetCursor = CursorOf<'convnet'>;

export function drawConvnet(
  context: Context,
  scene: ConvnetScene,
  theme: Theme,
  cursor: ConvnetCursor | null,
): void {
  drawHeads(context, scene, theme, cursor);
  if (cursor) drawInputs(context, scene, theme, cursor);
  drawShares(context, scene, theme);
  scene.columns.forEach((column, layer) => {
    column.tiles.forEach((tile, map) => {
      context.drawRaster(rasterAt(scene, layer, map, theme), tile);
      context.setLineDash([]);
      context.strokeStyle = theme.rule;
      context.lineWidth = 1;
      context.strokeRect(tile.x - 0.5, tile.y - 0.5, tile.width + 1, tile.height + 1);
    });
  });
  drawStrips(context, scene, theme);
  drawOutputs(context, scene, theme, cursor);
  drawMarks(context, scene, theme, cursor);
  drawOpened(context, scene, theme, cursor);
  drawAnswer(context, scene, theme, cursor);
}

function drawHeads(
  context: Context,
  { columns, strips, outputs, data }: ConvnetScene,
  theme: Theme,
  cursor: ConvnetCursor | null,
): void {
  const head = (name: string, size: string, middle: number, chosen: boolean) => {
    const style = { size: TEXT.small, align: 'center' } as const;
    drawText(context, theme, fitText(name, TEXT.small, 64), middle, 9, {
      ...style,
      color: chosen ? theme.ink : theme.inkSoft,
      weight: chosen ? 600 : 400,
    });
    drawText(context, theme, size, middle, 23, { ...style, color: theme.inkFaint });
  };
  columns.forEach(({ name, size, x, width }, layer) =>
    head(name, size, x + width / 2, cursor?.layer === layer),
  );
  strips.forEach(({ name, size, x, width }) => head(name, size, x + width / 2, false));
  const isChosen = cursor?.layer === columns.length;
  head('output', String(data.labels.length), outputs.x + outputs.width / 2, isChosen);
}

/** Dense layers have no maps: each is a bar as tall as the rest. */
function drawStrips(context: Context, { strips }: ConvnetScene, theme: Theme): void {
  for (const { x, width } of strips) {
    context.fillStyle = theme.rule;
    context.fillRect(x + width / 2 - 5, HEAD, 10, TALL);
  }
}

function drawOutputs(
  context: Context,
  scene: ConvnetScene,
  theme: Theme,
  cursor: ConvnetCursor | null,
): void {
  const { rows, outputs, data } = scene;
  const sizes = rows.map(({ value }) => Math.abs(value)).filter(Number.isFinite);
  const largest = data.shares ? 1 : Math.max(...sizes, 1e-9);
  const isBroken = rows.some(({ value }) => Number.isNaN(value));
  const labels = outputs.width - outputs.bar - 46;
  // Where one is no number, none is the largest.
  const best = isBroken
    ? NONE
    : rows.reduce((a, b) => (b.value > a.value ? b : a), rows[0] ?? NONE);
  for (const row of rows) {
    const chosen = row === best || (cursor?.layer === data.layers.length + 1 && cursor.map === row.index) || scene.answer?.index === row.index; // prettier-ignore
    const style = {
      color: chosen ? theme.ink : theme.inkSoft,
      weight: chosen ? 600 : 400,
    } as const;
    const label = fitText(row.label, TEXT.label, labels - 4);
    drawText(context, theme, label, outputs.x + labels - 4, row.y, { ...style, align: 'right' });
    const [x, height] = [outputs.x + labels, Math.min(12, outputs.rowHeight - 6)];
    context.fillStyle = theme.rule;
    context.fillRect(x, row.y - height / 2, outputs.bar, height);
    context.fillStyle = row === best ? theme.accent : theme.inkFaint;
    const share = Math.min(1, Math.abs(row.value) / largest) || 0;
    context.fillRect(x, row.y - height / 2, outputs.bar * share, height);
    const value = outputText(row.value, data.shares);
    drawText(context, theme, value, x + outputs.bar + 4, row.y, { ...style, size: TEXT.small });
  }
}

const NONE = { label: '', value: NaN, index: -1, y: 0 };

function drawMarks(
  context: Context,
  scene: ConvnetScene,
  theme: Theme,
  cursor: ConvnetCursor | null,
): void {
  const { columns, opened } = scene;
  const openTile = opened && columns[opened.layer]?.tiles[opened.map];
  if (openTile) outline(context, theme, openTile, theme.ink);
  const source = opened && columns[opened.layer - 1]?.tiles[opened.input];
  if (source) outline(context, theme, source, theme.ink);
  const spoken = scene.answer && scene.data.head?.ofMaps && cursor?.at;
  const speaker = spoken && columns.at(-1)?.tiles[spoken.row];
  if (speaker) outline(context, theme, speaker);
  if (!cursor || cursor.at) return;
  for (const from of sourcesOf(scene, cursor.layer, cursor.map)) {
    const tile = columns[cursor.layer - 1]?.tiles[from];
    context.strokeStyle = theme.inkSoft;
    context.lineWidth = 1;
    if (tile) context.strokeRect(tile.x - 0.5, tile.y - 0.5, tile.width + 1, tile.height + 1);
  }
  const tile = columns[cursor.layer]?.tiles[cursor.map];
  if (tile) outline(context, theme, tile);
}

function drawOpened(
  context: Context,
  { opened, data }: ConvnetScene,
  theme: Theme,
  cursor: ConvnetCursor | null,
): void {
  if (!opened) return;
  const { layer, map, stepper, at, position, top } = opened;
  const words = `How ${mapName(data, layer, map)} is made`;
  drawText(context, theme, words, 2, top - 12, { color: theme.ink, weight: 600 });
  drawStepper(context, stepper, theme, cursor?.at ?? at, position + 1);
}

const rasters = new WeakMap<ConvnetScene, { theme: Theme; made: Map<string, Raster> }>();

function rasterAt(scene: ConvnetScene, layer: number, map: number, theme: Theme): Raster {
  const known = rasters.get(scene);
  const kept = known?.theme === theme ? known : { theme, made: new Map<string, Raster>() };
  rasters.set(scene, kept);
  const key = `${layer} ${map}`;
  const look = scene.looks[layer];
  const pixels = mapsOf(scene.data, layer) ?? scene.data.input;
  const range = look?.ranges[map] ?? { low: 0, high: 1 };
  const raster =
    kept.made.get(key) ?? pixelRaster(pixels, map, range, look?.ramp ?? 'magnitude', theme);
  kept.made.set(key, raster);
  return raster;
}

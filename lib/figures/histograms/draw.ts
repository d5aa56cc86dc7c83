import { mix } from '../color';
import type { Context, CursorOf } from '../figure-module';
import { drawRule } from '../plot/rule';
import { TEXT, drawText, fitText, textWidth } from '../text';
import type { Theme } from '../theme';
import { noteOf } from './notes';
import { formatCount } from '../format';
import type { Bar } from './bars';
import type { HistogramRow, HistogramsScene } from './scene';

export function drawHistograms(
  context: Context,
  scene: HistogramsScene,
  theme: Theme,
  cursor: CursorOf<'histograms'> | null,
): void {
  drawGround(context, scene, theme);
  scene.rows.forEach((row, index) => {
    const bin = cursor?.layer === index ? cursor.bin : null;
    for (const [i, bar] of row.bars.entries()) drawBar(context, scene, row, bar, i === bin, theme);
    drawWords(context, scene, row, cursor?.layer === index, theme);
  });
}

/** A floor for each layer, zero and the axis under all. */
function drawGround(context: Context, scene: HistogramsScene, theme: Theme): void {
  const { rows, zero, xTicks, beyond } = scene;
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return;
  const floor = last.plot.y + last.plot.height;
  for (const { place } of xTicks) {
    drawRule(context, [place, first.plot.y], [place, floor], mix(theme.paper, theme.rule, 0.6));
  }
  if (zero !== null) drawRule(context, [zero, first.plot.y], [zero, floor], theme.ruleStrong);
  for (const { plot } of rows) {
    const level = plot.y + plot.height;
    drawRule(context, [plot.x, level], [plot.x + plot.width, level], theme.ruleStrong);
  }
  const style = { color: theme.inkFaint, size: TEXT.small, align: 'center' } as const;
  for (const { place, text } of [...xTicks, ...beyond]) {
    // On a phone the axis is as wide as the drawing, and words at its ends would be cut.
    const half = textWidth(text, TEXT.small) / 2;
    const x = Math.min(scene.width - half, Math.max(half, place));
    drawText(context, theme, text, x, floor + 14, style);
  }
  const middle = last.plot.x + last.plot.width / 2;
  drawText(context, theme, axisWords(scene), middle, floor + 32, style);
}

export const axisWords = ({ quantity, sizes }: HistogramsScene) =>
  sizes ? `size of the ${quantity}, zeros left out` : quantity;

function drawBar(
  context: Context,
  scene: HistogramsScene,
  { plot }: HistogramRow,
  bar: Bar,
  isFocus: boolean,
  theme: Theme,
): void {
  if (bar.count === 0) return;
  // A single value is still to be seen.
  const height = Math.max(1.5, bar.height * plot.height);
  const gap = bar.right - bar.left > 5 ? 1 : 0;
  context.fillStyle = isFocus ? theme.ink : barColor(scene, bar, theme);
  const width = Math.max(1, bar.right - bar.left - gap);
  context.fillRect(bar.left, plot.y + plot.height - height, width, height);
  if (Number.isFinite(bar.from) && Number.isFinite(bar.to)) return;
  // Few may be far out, and their bar hardly to be seen: so in number too.
  const y = Math.max(plot.y + 2, plot.y + plot.height - height - 8);
  drawText(context, theme, formatCount(bar.count), (bar.left + bar.right) / 2, y, {
    color: theme.inkSoft,
    size: TEXT.small,
    align: 'center',
    halo: theme.paper,
  });
}

/** Below zero blue, above orange, as everywhere; a bin with zero in it, and sizes, are grey. */
function barColor({ sizes }: HistogramsScene, { from, to }: Bar, theme: Theme): string {
  if (sizes || (from <= 0 && to > 0)) return theme.inkSoft;
  return to <= 0 ? theme.negative : theme.positive;
}

function drawWords(
  context: Context,
  { data, quantity, notes, labels }: HistogramsScene,
  { layer, plot }: HistogramRow,
  isFocus: boolean,
  theme: Theme,
): void {
  const note = noteOf(data.layers, layer, quantity);
  const words = note.trouble ? `\u25b2 ${note.text}` : note.text;
  const tone = note.trouble ? theme.ink : theme.inkSoft;
  const weight = note.trouble ? 600 : 400;
  if (notes.below) {
    const name = `${layer.name}, ${layer.activation}`;
    const y = plot.y - 10;
    drawText(context, theme, name, plot.x, y, { color: theme.ink, weight: isFocus ? 600 : 400 });
    const right = plot.x + plot.width;
    drawText(context, theme, words, right, y, { color: tone, weight, align: 'right' });
    return;
  }
  const middle = plot.y + plot.height / 2;
  const room = labels - 12;
  const name = fitText(layer.name, TEXT.label, room);
  drawText(context, theme, name, 0, middle - 4, { color: theme.ink, weight: isFocus ? 600 : 400 });
  const kind = { color: theme.inkFaint, size: TEXT.small } as const;
  drawText(context, theme, fitText(layer.activation, TEXT.small, room), 0, middle + 11, kind);
  drawText(context, theme, words, notes.x, middle + 3, { color: tone, weight });
}

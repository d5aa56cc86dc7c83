import { mix } from '../color';
import type { Context, CursorOf } from '../figure-module';
import { formatNumber } from '../format';
import { drawRule } from '../plot/rule';
import { TEXT, drawText, fitText } from '../text';
import type { Theme } from '../theme';
import { nameOf, visible } from './names';
import type { ProbabilitiesScene, ShareRow } from './scene';

export function drawProbabilities(
  context: Context,
  scene: ProbabilitiesScene,
  theme: Theme,
  cursor: CursorOf<'probabilities'> | null,
): void {
  drawBoxes(context, scene, theme, cursor?.part === 'text' ? cursor.index : null);
  const { rows, left, others } = scene;
  const [first, last] = [rows[0], rows.at(-1)];
  const focus = cursor?.part === 'bar' ? cursor.index : null;
  for (const row of rows) drawRow(context, scene, row, row.label === focus, theme);
  if (!first || !last) return;
  drawRule(
    context,
    [left, first.bar.y - 4],
    [left, last.bar.y + last.bar.height + 4],
    theme.ruleStrong,
  );
  if (others.count === 0) return;
  const words = `${others.count} more, together ${formatNumber(others.share)}`;
  const y = last.bar.y + last.bar.height + 18;
  drawText(context, theme, words, left + 6, y, { color: theme.inkSoft, size: TEXT.small });
}

function drawBoxes(
  context: Context,
  { boxes, data, sampling }: ProbabilitiesScene,
  theme: Theme,
  focus: number | null,
): void {
  context.setLineDash([]);
  for (const { x, y, width, height, position } of boxes) {
    const isHere = position === sampling.position;
    if (isHere) {
      context.fillStyle = mix(theme.paper, theme.accent, 0.18);
      context.fillRect(x, y, width, height);
    }
    context.strokeStyle = isHere || position === focus ? theme.accent : theme.rule;
    context.lineWidth = isHere ? 2 : 1;
    context.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
    // What is still to come at this position is faint.
    const color = position > sampling.position ? theme.inkFaint : theme.ink;
    const text = visible(data.positions[position]?.text ?? '');
    drawText(context, theme, text, x + width / 2, y + height / 2, { color, align: 'center' });
  }
}

function drawRow(
  context: Context,
  { data, answer, sampling, left }: ProbabilitiesScene,
  { label, bar, plain }: ShareRow,
  isFocus: boolean,
  theme: Theme,
): void {
  const middle = bar.y + bar.height / 2;
  const isKept = answer.kept[label] ?? true;
  const isChosen = data.positions[sampling.position]?.chosen === label;
  const weight = isFocus || isChosen ? 600 : 400;
  const name = fitText(nameOf(data, label), TEXT.label, left - 12);
  const color = isKept ? theme.ink : theme.inkFaint;
  drawText(context, theme, name, left - 8, middle, { color, weight, align: 'right' });
  context.fillStyle = isFocus ? theme.accent : mix(theme.paper, theme.accent, 0.65);
  context.setLineDash([]);
  context.fillRect(left, bar.y, Math.max(bar.width, isKept ? 1 : 0), bar.height);
  drawPlain(context, left, bar.y, plain, bar.height, theme);
  const share = isKept ? formatNumber(answer.shares[label] ?? NaN) : 'cut';
  const words = isChosen ? `${share} \u2190 came` : share;
  const x = left + Math.max(bar.width, plain) + 6;
  drawText(context, theme, words, x, middle, { color, weight, halo: theme.paper });
}

/** What the share is at temperature 1 with nothing cut: a dashed outline. */
function drawPlain(
  context: Context,
  left: number,
  top: number,
  width: number,
  height: number,
  theme: Theme,
): void {
  if (!Number.isFinite(width)) return;
  context.setLineDash([3, 2]);
  context.strokeStyle = theme.inkSoft;
  context.lineWidth = 1;
  context.strokeRect(left + 0.5, top + 0.5, Math.max(1, width - 1), height - 1);
  context.setLineDash([]);
}

import { drawMark } from '../class-shape';
import { mix } from '../color';
import type { Context } from '../figure-module';
import { formatNumber } from '../format';
import { strokeBroken } from '../plot/broken-line';
import { drawRule } from '../plot/rule';
import { spread } from '../spread';
import { TEXT, drawText, fitText } from '../text';
import type { Theme } from '../theme';
import { runColor, runDash } from './run-look';
import type { DescentScene } from './scene';
import { spotAt } from './scene';

/** The loss of each run over the steps: solid up to the step shown, with its name and its loss at the end. */
export function drawRace(context: Context, scene: DescentScene, theme: Theme): void {
  drawAxes(context, scene, theme);
  const { race, runs, step } = scene;
  runs.forEach((run, i) => {
    const line = race.lines[i]!;
    const color = runColor(run.index, theme);
    context.setLineDash(runDash(run.index));
    strokeBroken(
      context,
      line.slice(Math.min(step, line.length - 1)),
      mix(theme.paper, color, 0.35),
      1,
    );
    strokeBroken(context, line.slice(0, step + 1), color, 2);
    context.setLineDash([]);
  });
  drawEnds(context, scene, theme);
}

function drawAxes(context: Context, { race, step }: DescentScene, theme: Theme): void {
  const { plot } = race;
  const floor = plot.y + plot.height;
  const style = { color: theme.inkFaint, size: TEXT.small } as const;
  drawText(context, theme, race.log ? 'Loss, in powers of ten' : 'Loss', 0, plot.y - 14, {
    color: theme.ink,
    weight: 600,
  });
  for (const { place, text } of race.yTicks) {
    drawRule(context, [plot.x, place], [plot.x + plot.width, place], theme.rule);
    drawText(context, theme, text, plot.x - 8, place, { ...style, align: 'right' });
  }
  drawRule(context, [plot.x, floor], [plot.x + plot.width, floor], theme.ruleStrong);
  for (const { place, text } of race.xTicks) {
    drawRule(context, [place, floor], [place, floor + 4], theme.ruleStrong);
    drawText(context, theme, text, place, floor + 13, { ...style, align: 'center' });
  }
  drawText(context, theme, 'step', plot.x + plot.width / 2, floor + 28, {
    ...style,
    align: 'center',
  });
  const now = race.xOf(step);
  drawRule(context, [now, plot.y], [now, floor], theme.ruleStrong, [1, 3]);
  context.setLineDash([]);
}

/** Names stand apart at the right, whatever the lines do. */
function drawEnds(context: Context, scene: DescentScene, theme: Theme): void {
  const { race, runs, step, width } = scene;
  const { plot } = race;
  const right = plot.x + plot.width;
  const tips = runs.map((_, i) => race.lines[i]?.[Math.min(step, race.lines[i].length - 1)]);
  const gap = Math.min(30, (plot.height + 34) / Math.max(1, runs.length));
  const heights = tips.map((tip) => (tip && Number.isFinite(tip.y) ? tip.y : plot.y));
  const places = spread(heights, gap, plot.y - 12, plot.y + plot.height + 14);
  runs.forEach((run, i) => {
    const tip = tips[i];
    if (tip && Number.isFinite(tip.y)) {
      drawMark(context, theme, run.index, [tip.x, tip.y], { size: 0.75 });
    }
    const y = places[i]!;
    const two = gap >= 28;
    drawMark(context, theme, run.index, [right + 13, two ? y - 6 : y], { size: 0.75 });
    const room = width - right - 22;
    const loss = formatNumber(spotAt(run, step)?.loss ?? NaN);
    const words = two ? run.name : `${run.name} ${loss}`;
    const style = { color: theme.ink, size: TEXT.small } as const;
    drawText(context, theme, fitText(words, TEXT.small, room), right + 22, two ? y - 6 : y, style);
    if (two) drawText(context, theme, loss, right + 22, y + 7, { ...style, weight: 600 });
  });
}

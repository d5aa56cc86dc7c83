import type { History, Table } from '../figure-module';
import { formatCount, formatNumber, formatPercent, joinWords } from '../format';
import type { Settings } from '../setting';
import { ownOf, runsOf, stepsOf, type Run } from './runs';
import { spotAt, stepOf } from './scene';

export function describeDescent(
  history: History<'descent'>,
  at: number,
  settings: Settings,
): string {
  const data = history.frames[at]!.data;
  const runs = runsOf(data, settings);
  const step = stepOf(data, settings);
  const first = runs[0]?.spots[0];
  const place = first ? `(${formatNumber(first.x)}, ${formatNumber(first.y)})` : 'the start';
  const reached = joinWords(runs.map((run) => reachedWords(run, step, stepsOf(data))));
  const how = ownOf(data, settings)
    ? ' Computed here from the optimizers\u2019 formulas on the surface as drawn.'
    : '';
  const lead = `After step ${formatCount(step)} of ${formatCount(stepsOf(data))} from ${place}`;
  return `${lead} the loss is ${reached}.${missingWords(data.surface)}${how}`;
}

/** " The loss is no number on 12.5 % of the plane, drawn gray." */
function missingWords(surface: Float32Array): string {
  const missing = surface.filter(Number.isNaN).length;
  if (missing === 0) return '';
  const where =
    missing === surface.length ? 'anywhere on' : `on ${formatPercent(missing / surface.length)} of`;
  return ` The loss is no number (NaN) ${where} the plane, drawn gray.`;
}

function reachedWords(run: Run, step: number, steps: number): string {
  const last = run.spots.length - 1;
  const loss = formatNumber(spotAt(run, step)?.loss ?? NaN);
  if (last < Math.min(step, steps)) {
    return `${loss} with ${run.name}, which left the drawing at step ${formatCount(last + 1)}`;
  }
  return `${loss} with ${run.name}`;
}

/** A row for each step; of each run the place and the loss. */
export function descentTable(history: History<'descent'>, at: number, settings: Settings): Table {
  const data = history.frames[at]!.data;
  const runs = runsOf(data, settings);
  const [x, y] = data.names;
  return {
    caption: history.figure.title,
    columns: [
      'step',
      ...runs.flatMap(({ name }) => [`${name}: ${x}`, `${name}: ${y}`, `${name}: loss`]),
    ],
    rows: Array.from({ length: stepsOf(data) + 1 }, (_, step) => [
      step,
      ...runs.flatMap(({ spots }) => {
        const spot = spots[step];
        return spot ? [spot.x, spot.y, spot.loss] : [null, null, null];
      }),
    ]),
  };
}

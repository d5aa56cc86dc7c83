import type { Point, Rect } from '../figure-module';
import { formatNumber, formatTick } from '../format';
import { TEXT, textWidth } from '../text';
import { niceTicks } from '../ticks';
import type { Run } from './runs';
import type { Tick } from './scene';

/** The loss of every run over its steps. */
export type Race = {
  plot: Rect;
  xTicks: Tick[];
  yTicks: Tick[];
  log: boolean;
  /** One a run; `y` is NaN where the loss is not finite or off the scale. */
  lines: Point[][];
  xOf(step: number): number;
};

const MARGIN = { top: 24, right: 104, bottom: 36, left: 44 };

export function raceOf(runs: readonly Run[], steps: number, box: Rect): Race {
  const scale = lossScale(runs);
  const widths = scale.ticks.map((loss) => textWidth(scale.text(loss), TEXT.small));
  const left = Math.ceil(Math.max(MARGIN.left, ...widths.map((width) => width + 12)));
  const plot = {
    x: box.x + left,
    y: box.y + MARGIN.top,
    width: Math.max(60, box.width - left - MARGIN.right),
    height: box.height - MARGIN.top - MARGIN.bottom,
  };
  const last = Math.max(1, steps);
  const xOf = (step: number) => plot.x + (step / last) * plot.width;
  const yOf = (loss: number) => plot.y + (1 - scale.share(loss)) * plot.height;
  const ticks = niceTicks(0, last, plot.width / 56, true);
  return {
    plot,
    log: scale.log,
    xOf,
    xTicks: ticks.values
      .filter((step) => step <= last)
      .map((step) => ({ place: xOf(step), text: formatTick(step, ticks.step) })),
    yTicks: scale.ticks.map((loss) => ({ place: yOf(loss), text: scale.text(loss) })),
    lines: runs.map(({ spots }) =>
      spots.map(({ loss }, step) => ({ x: xOf(step), y: scale.holds(loss) ? yOf(loss) : NaN })),
    ),
  };
}

type Scale = {
  log: boolean;
  share(loss: number): number;
  holds(loss: number): boolean;
  ticks: number[];
  text(loss: number): string;
};

/** Powers of ten where the losses span several; what has blown up far beyond the start leaves the scale. */
function lossScale(runs: readonly Run[]): Scale {
  const start = Math.max(...runs.map(({ spots }) => spots[0]?.loss ?? 0), 0);
  const losses = runs
    .flatMap(({ spots }) => spots.map(({ loss }) => loss))
    .filter((loss) => Number.isFinite(loss) && loss <= 30 * start + 1e-9);
  const [low, high] = [Math.min(...losses), Math.max(...losses)];
  if (low > 0 && high / low > 30) return logScale(low, high);
  const { min, max, values, step } = niceTicks(low, high, 3);
  return {
    log: false,
    share: (loss) => (loss - min) / (max - min),
    holds: (loss) => loss >= min && loss <= max,
    ticks: values,
    text: (loss) => formatTick(loss, step),
  };
}

const LOWEST = 1e-8;

function logScale(low: number, high: number): Scale {
  const from = Math.floor(Math.log10(Math.max(low, LOWEST)));
  const to = Math.ceil(Math.log10(high));
  const every = Math.ceil((to - from) / 4);
  const powers = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return {
    log: true,
    share: (loss) => Math.max(0, (Math.log10(loss) - from) / (to - from)),
    holds: (loss) => loss >= 0 && loss <= 10 ** to,
    ticks: powers.filter((_, i) => i % every === 0).map((power) => 10 ** power),
    text: (loss) => formatPower(loss),
  };
}

const formatPower = (value: number) =>
  value >= 1e-3 && value < 1e5
    ? formatTick(value, Math.min(1, value))
    : formatNumber(value).replace(/\.0(?=e)/, '');

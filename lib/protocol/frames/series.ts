import { float32, listOf, shape, type Check } from '../check';
import { isName } from '../guard-text';
import { LIMITS } from '../limits';

/** One line over time. NaN is a gap. */
export type SeriesLine = { name: string; values: Float32Array };

/**
 * What was measured, and what was foretold of it: `lines[0]` is the measurement, `lines[1]` the forecast, the others
 * are baselines. `times` names each point in time; every line has as many values.
 */
export type SeriesData = { times: string[]; unit: string; lines: SeriesLine[] };

const seriesShape = shape<SeriesData>({
  times: listOf(isName, LIMITS.labels),
  unit: isName,
  lines: listOf(shape<SeriesLine>({ name: isName, values: float32 }), LIMITS.forecasts + 1),
});

export const isSeriesData: Check<SeriesData> = (value): value is SeriesData =>
  seriesShape(value) && value.lines.every(({ values }) => values.length === value.times.length);

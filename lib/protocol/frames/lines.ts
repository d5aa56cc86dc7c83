import { float32, isBoolean, listOf, shape, type Check } from '../check';
import { isName } from '../guard-text';
import { LIMITS } from '../limits';

export type LinesAxis = { label: string; log: boolean };

/** Points in the order in which they are joined. `low` and `high` are the ends of each point's spread; both empty for none. */
export type LinesSeries = {
  name: string;
  x: Float32Array;
  y: Float32Array;
  low: Float32Array;
  high: Float32Array;
};

/** Named lines over axes of any meaning. */
export type LinesData = { x: LinesAxis; y: LinesAxis; series: LinesSeries[] };

const isAxis = shape<LinesAxis>({ label: isName, log: isBoolean });

const seriesShape = shape<LinesSeries>({
  name: isName,
  x: float32,
  y: float32,
  low: float32,
  high: float32,
});

const isSeries: Check<LinesSeries> = (value): value is LinesSeries =>
  seriesShape(value) &&
  value.y.length === value.x.length &&
  value.low.length === value.high.length &&
  (value.low.length === 0 || value.low.length === value.x.length);

export const isLinesData: Check<LinesData> = shape<LinesData>({
  x: isAxis,
  y: isAxis,
  series: listOf(isSeries, LIMITS.series),
});

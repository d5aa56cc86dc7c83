import { listOf, shape, uint32, type Check } from '../check';
import { isName } from '../guard-text';
import { LIMITS } from '../limits';

/** `counts` is row-major `[actual, predicted]`, both in the order of `labels`. */
export type ConfusionData = { labels: string[]; counts: Uint32Array };

const confusionShape = shape<ConfusionData>({
  labels: listOf(isName, LIMITS.classes),
  counts: uint32,
});

export const isConfusionData: Check<ConfusionData> = (value): value is ConfusionData =>
  confusionShape(value) && value.counts.length === value.labels.length ** 2;

import { listOf, optional, shape, uint32, type Check } from '../check';
import { isName } from '../guard-text';
import { LIMITS } from '../limits';
import { isPixels, type Pixels } from './pixels';

/** `counts` is row-major `[actual, predicted]`, both in the order of `labels`. */
export type ConfusionData = { labels: string[]; counts: Uint32Array; examples?: ConfusionExamples };

/** Some of the cases as images: `cells[i]` is the cell of image `i`, as an index into `counts`, and `places[i]` which case it is. */
export type ConfusionExamples = { pixels: Pixels; cells: Uint32Array; places: Uint32Array };

const confusionShape = shape<Required<ConfusionData>>({
  labels: listOf(isName, LIMITS.classes),
  counts: uint32,
  examples: optional(
    shape<ConfusionExamples>({ pixels: isPixels, cells: uint32, places: uint32 }),
  ) as Check<ConfusionExamples>,
});

export const isConfusionData: Check<ConfusionData> = (value): value is ConfusionData =>
  (confusionShape as Check<ConfusionData>)(value) &&
  value.counts.length === value.labels.length ** 2 &&
  (value.examples === undefined ||
    (value.examples.cells.length === value.examples.pixels.count &&
      value.examples.places.length === value.examples.pixels.count));

import { float32, isBoolean, isNumber, listOf, shape, type Check } from '../check';
import { isName } from '../guard-text';
import { LIMITS } from '../limits';

/** `text` is what stands before the answer, as a character of a text; `chosen` is the label that came, -1 for none. */
export type ProbabilitiesPosition = { text: string; chosen: number };

/** `logits` is row-major `[positions, labels]`. `sampling` offers the settings by which one of the labels is drawn. */
export type ProbabilitiesData = {
  labels: string[];
  positions: ProbabilitiesPosition[];
  logits: Float32Array;
  sampling: boolean;
};

const dataShape = shape<ProbabilitiesData>({
  labels: listOf(isName, LIMITS.labels),
  positions: listOf(
    shape<ProbabilitiesPosition>({ text: isName, chosen: isNumber }),
    LIMITS.labels,
  ),
  logits: float32,
  sampling: isBoolean,
});

export const isProbabilitiesData: Check<ProbabilitiesData> = (value): value is ProbabilitiesData =>
  dataShape(value) && value.logits.length === value.positions.length * value.labels.length;

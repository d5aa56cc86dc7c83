import { isNumber, optional, recordOf, shape, type Check } from '../check';
import { isName } from '../guard-text';
import { LIMITS } from '../limits';

/** The named metrics of one step, e.g. `{ loss: 0.61, val_loss: 0.64 }`. The series is the sequence of frames. */
export type CurveData = {
  values: Record<string, number>;
  /** What happened at this step, in a few words. */
  mark?: string;
};

export const isCurveData: Check<CurveData> = shape<CurveData>({
  values: recordOf(isNumber, LIMITS.series, LIMITS.key),
  mark: optional(isName),
});

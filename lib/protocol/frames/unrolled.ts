import { float32, isCount, listOf, oneOf, shape, type Check } from '../check';
import { isName } from '../guard-text';
import { LIMITS } from '../limits';

/** What every unit has at every step, row-major `[steps, units]`: the state, a gate, a part of a sum. */
export type UnrolledTrace = { name: string; values: Float32Array };

/**
 * A recurrent layer on one sequence. `inputs` says in words what goes in at each step, `output` what comes out at the
 * end. `traces[0]` is the state; the others depend on the cell, see `lib/course/recurrent`.
 */
export type UnrolledData = {
  cell: 'SimpleRNN' | 'GRU' | 'LSTM';
  activation: string;
  units: number;
  inputs: string[];
  output: string;
  traces: UnrolledTrace[];
};

const unrolledShape = shape<UnrolledData>({
  cell: oneOf('SimpleRNN', 'GRU', 'LSTM'),
  activation: isName,
  units: isCount,
  inputs: listOf(isName, LIMITS.unrolledSteps),
  output: isName,
  traces: listOf(shape<UnrolledTrace>({ name: isName, values: float32 }), LIMITS.traces),
});

export const isUnrolledData: Check<UnrolledData> = (value): value is UnrolledData =>
  unrolledShape(value) &&
  value.traces.length > 0 &&
  value.traces.every(({ values }) => values.length === value.inputs.length * value.units);

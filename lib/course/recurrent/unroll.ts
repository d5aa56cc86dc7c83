import type { FrameData } from '@/lib/protocol';
import { activationNamed } from './activations';
import { fromInput, fromState, type RecurrentWeights } from './weights';

type Cell = FrameData['unrolled']['cell'];

/** What the units have after one step, by the trace's name; `state` among them. */
type StepTraces = { state: Float32Array } & Record<string, Float32Array>;
type Step = (x: ArrayLike<number>, before: StepTraces) => StepTraces;

export type Activations = { activation: string; recurrentActivation: string };

/**
 * Runs a recurrent layer over one sequence of `[steps, features]`, row-major, from a state of zeros.
 *
 * The formulas are those of Keras, as TensorFlow.js has them: a GRU's reset gate works on the state before the product
 * (K. Cho et al., 2014), an LSTM has no peepholes (S. Hochreiter and J. Schmidhuber, 1997; F. Gers et al., 2000).
 *
 * @returns for each name the values `[steps, units]`, the state first
 */
export function unroll(
  cell: Cell,
  sequence: Float32Array,
  weights: RecurrentWeights,
  activations: Activations,
): { name: string; values: Float32Array }[] {
  const { features, units } = weights;
  const step = stepOf(cell, weights, activations);
  const steps = sequence.length / features;
  let traces: StepTraces = { state: new Float32Array(units), memory: new Float32Array(units) };
  const kept = new Map<string, Float32Array>();
  for (let t = 0; t < steps; t++) {
    traces = step(sequence.subarray(t * features, (t + 1) * features), traces);
    for (const [name, values] of Object.entries(traces)) {
      const all = kept.get(name) ?? new Float32Array(steps * units);
      all.set(values, t * units);
      kept.set(name, all);
    }
  }
  return [...kept].map(([name, values]) => ({ name, values }));
}

function stepOf(cell: Cell, weights: RecurrentWeights, names: Activations): Step {
  const act = activationNamed(names.activation);
  switch (cell) {
    case 'SimpleRNN':
      return simpleStep(weights, act);
    case 'GRU':
      return gruStep(weights, act, activationNamed(names.recurrentActivation));
    case 'LSTM':
      return lstmStep(weights, act, activationNamed(names.recurrentActivation));
    default:
      return cell satisfies never;
  }
}

type Activation = (x: number) => number;

/** `state = act(x W + b + before U)`. */
function simpleStep(weights: RecurrentWeights, act: Activation): Step {
  return (x, before) => {
    const input = fromInput(x, weights, 0, 1);
    const memory = fromState(before.state, weights, 0, 1);
    const state = input.map((value, unit) => act(value + (memory[unit] ?? 0)));
    return { state, 'from the input': input, 'from the state before': memory };
  };
}

/** Columns in the order update, reset, candidate. */
function gruStep(weights: RecurrentWeights, act: Activation, gateAct: Activation): Step {
  return (x, { state: before }) => {
    const gate = (column: number) => {
      const own = fromState(before, weights, column, 3);
      return fromInput(x, weights, column, 3).map((value, i) => gateAct(value + (own[i] ?? 0)));
    };
    const [update, reset] = [gate(0), gate(1)];
    const kept = before.map((value, i) => value * (reset[i] ?? 0));
    const own = fromState(kept, weights, 2, 3);
    const candidate = fromInput(x, weights, 2, 3).map((value, i) => act(value + (own[i] ?? 0)));
    const state = before.map(
      (value, i) => (update[i] ?? 0) * value + (1 - (update[i] ?? 0)) * (candidate[i] ?? 0),
    );
    return { state, 'update gate': update, 'reset gate': reset, candidate };
  };
}

/** Columns in the order input, forget, candidate, output. */
function lstmStep(weights: RecurrentWeights, act: Activation, gateAct: Activation): Step {
  return (x, before) => {
    const column = (at: number, bend: Activation) => {
      const own = fromState(before.state, weights, at, 4);
      return fromInput(x, weights, at, 4).map((value, i) => bend(value + (own[i] ?? 0)));
    };
    const [input, forget] = [column(0, gateAct), column(1, gateAct)];
    const [candidate, output] = [column(2, act), column(3, gateAct)];
    const old = before['memory'] ?? new Float32Array(weights.units);
    const memory = old.map(
      (value, i) => (forget[i] ?? 0) * value + (input[i] ?? 0) * (candidate[i] ?? 0),
    );
    const state = memory.map((value, i) => (output[i] ?? 0) * act(value));
    const gates = { 'forget gate': forget, 'input gate': input, 'output gate': output };
    return { state, memory, ...gates, candidate };
  };
}

import type * as tf from '@tensorflow/tfjs-core';
import type { Rule, Slot } from '../rule';
import { setNumber, setProduct, variableNumber } from '../scalars';

type Adamax = {
  learningRate: number;
  beta1: number;
  beta2: number;
  epsilon: number;
  decay: number;
  iteration: tf.Variable;
  accBeta1: tf.Variable;
  accumulatedFirstMoment: Slot[];
  accumulatedWeightedInfNorm: Slot[];
};

export const adamax: Rule<Adamax> = {
  slots: ({ accumulatedFirstMoment, accumulatedWeightedInfNorm }) => [
    { letter: 'm', list: accumulatedFirstMoment, suffix: 'm' },
    { letter: 'u', list: accumulatedWeightedInfNorm, suffix: 'v' },
  ],
  begin(optimizer) {
    const { beta1, beta2, epsilon, decay } = optimizer;
    const iteration = variableNumber(optimizer.iteration);
    const acc1 = variableNumber(optimizer.accBeta1);
    const learningRate = optimizer.learningRate / (iteration * decay + 1);
    const change = -learningRate / Math.fround(1 - acc1);
    return {
      formulas: FORMULAS,
      numbers: { beta1, gain1: 1 - beta1, beta2, change, epsilon },
      loop(w, g, out, m, u) {
        for (let i = 0; i < w.length; i++) {
          const first = m[i]! * beta1 + g[i]! * (1 - beta1);
          const largest = Math.max(u[i]! * beta2, Math.abs(g[i]!));
          m[i] = first;
          u[i] = largest;
          out[i] = change * (first / (largest + epsilon)) + w[i]!;
        }
      },
      native: (native, w, g, out, size, m, u) =>
        native.adamax(w, m, u, g, size, learningRate, beta1, beta2, epsilon, acc1, out),
      end() {
        setNumber(optimizer.iteration, iteration + 1);
        setProduct(optimizer.accBeta1, acc1, beta1);
      },
    };
  },
};

const FORMULAS = {
  m: 'm * beta1 + g * gain1',
  u: 'max(u * beta2, abs(g))',
  w: 'change * (m1 / (u1 + epsilon)) + w',
};

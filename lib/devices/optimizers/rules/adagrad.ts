import * as tf from '@tensorflow/tfjs-core';
import type { Rule, Slot } from '../rule';

type Adagrad = { learningRate: number; initialAccumulatorValue: number; accumulatedGrads: Slot[] };

export const adagrad: Rule<Adagrad> = {
  slots: ({ accumulatedGrads, initialAccumulatorValue }) => [
    {
      letter: 'a',
      list: accumulatedGrads,
      suffix: 'accumulator',
      initial: initialAccumulatorValue,
    },
  ],
  begin({ learningRate }) {
    const epsilon = tf.backend().epsilon();
    const change = -learningRate;
    return {
      formulas: FORMULAS,
      numbers: { change, epsilon },
      loop(w, g, out, a) {
        for (let i = 0; i < w.length; i++) {
          const sum = a[i]! + g[i]! * g[i]!;
          a[i] = sum;
          out[i] = (g[i]! / Math.sqrt(sum + epsilon)) * change + w[i]!;
        }
      },
      native: (native, w, g, out, size, a) =>
        native.adagrad(w, a, g, size, learningRate, epsilon, out),
    };
  },
};

const FORMULAS = { a: 'a + g * g', w: 'g / sqrt(a1 + epsilon) * change + w' };

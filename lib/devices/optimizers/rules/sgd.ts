import type * as tf from '@tensorflow/tfjs-core';
import type { Rule } from '../rule';
import { scalarNumber } from '../scalars';

type SGD = {
  /** The learning rate, negative: `setLearningRate` changes it, not `learningRate`. */ c: tf.Scalar;
};

export const sgd: Rule<SGD> = {
  slots: () => [],
  begin({ c }) {
    const change = scalarNumber(c);
    return {
      formulas: FORMULAS,
      numbers: { change },
      loop(w, g, out) {
        for (let i = 0; i < w.length; i++) out[i] = change * g[i]! + w[i]!;
      },
      native: (native, w, g, out, size) => native.sgd(w, g, size, -change, out),
    };
  },
};

const FORMULAS = { w: 'change * g + w' };

import type * as tf from '@tensorflow/tfjs-core';
import type { Rule, Slot } from '../rule';
import { scalarNumber } from '../scalars';

/** `c` is the negative learning rate and `m` the momentum: it is they that TensorFlow.js reads, not the numbers. */
type Momentum = { c: tf.Scalar; m: tf.Scalar; useNesterov: boolean; accumulations: Slot[] };

export const momentum: Rule<Momentum> = {
  slots: ({ accumulations }) => [{ letter: 'm', list: accumulations, suffix: 'momentum' }],
  begin(optimizer) {
    const change = scalarNumber(optimizer.c);
    const keep = scalarNumber(optimizer.m);
    // Nesterov's step is g + keep * m1, the plain one m1.
    const [ahead, direct] = optimizer.useNesterov ? [keep, 1] : [1, 0];
    return {
      formulas: optimizer.useNesterov ? NESTEROV : PLAIN,
      numbers: { change, keep },
      loop(w, g, out, m) {
        for (let i = 0; i < w.length; i++) {
          const moved = keep * m[i]! + g[i]!;
          m[i] = moved;
          out[i] = change * (direct * g[i]! + ahead * moved) + w[i]!;
        }
      },
      native: (native, w, g, out, size, m) =>
        native.momentum(w, m, g, size, -change, keep, direct, out),
    };
  },
};

const PLAIN = { m: 'keep * m + g', w: 'change * m1 + w' };
const NESTEROV = { m: 'keep * m + g', w: 'change * (g + keep * m1) + w' };

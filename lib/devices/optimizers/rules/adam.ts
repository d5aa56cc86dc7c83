import type * as tf from '@tensorflow/tfjs-core';
import type { Rule, Slot } from '../rule';
import { powerNumber, setProduct } from '../scalars';

type Adam = {
  learningRate: number;
  beta1: number;
  beta2: number;
  epsilon: number;
  iterations: number;
  accBeta1: tf.Variable;
  accBeta2: tf.Variable;
  accumulatedFirstMoment: Slot[];
  accumulatedSecondMoment: Slot[];
};

export const adam: Rule<Adam> = {
  slots: ({ accumulatedFirstMoment, accumulatedSecondMoment }) => [
    { letter: 'm', list: accumulatedFirstMoment, suffix: 'm' },
    { letter: 'v', list: accumulatedSecondMoment, suffix: 'v' },
  ],
  begin(optimizer) {
    const { learningRate, beta1, beta2, epsilon } = optimizer;
    const acc1 = powerNumber(optimizer.accBeta1, beta1, optimizer.iterations);
    const acc2 = powerNumber(optimizer.accBeta2, beta2, optimizer.iterations);
    const numbers = corrected(optimizer, acc1, acc2);
    return {
      formulas: FORMULAS,
      numbers,
      loop: (w, g, out, m, v) => loop(numbers, w, g, out, m, v),
      native: (native, w, g, out, size, m, v) =>
        native.adam(w, m, v, g, size, learningRate, beta1, beta2, epsilon, acc1, acc2, out),
      end() {
        setProduct(optimizer.accBeta1, acc1, beta1);
        setProduct(optimizer.accBeta2, acc2, beta2);
      },
    };
  },
};

const FORMULAS = {
  m: 'm * beta1 + g * gain1',
  v: 'v * beta2 + g * g * gain2',
  w: 'w - m1 * rate / (sqrt(v1) + least)',
};

/** Both corrections of the bias, by 1 - accBeta, are in `rate` and `least`: one division an element instead of three. */
function corrected({ learningRate, beta1, beta2, epsilon }: Adam, acc1: number, acc2: number) {
  const root = Math.sqrt(Math.fround(1 - acc2));
  return {
    beta1,
    gain1: 1 - beta1,
    beta2,
    gain2: 1 - beta2,
    rate: (learningRate * root) / Math.fround(1 - acc1),
    least: epsilon * root,
  };
}

type Floats = Float32Array;

function loop(
  { beta1, gain1, beta2, gain2, rate, least }: ReturnType<typeof corrected>,
  w: Floats,
  g: Floats,
  out: Floats,
  m: Floats,
  v: Floats,
): void {
  for (let i = 0; i < w.length; i++) {
    const gradient = g[i]!;
    const first = m[i]! * beta1 + gradient * gain1;
    const second = v[i]! * beta2 + gradient * gradient * gain2;
    m[i] = first;
    v[i] = second;
    out[i] = w[i]! - (first * rate) / (Math.sqrt(second) + least);
  }
}

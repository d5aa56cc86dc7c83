import type { Rule, Slot } from '../rule';

type Adadelta = {
  learningRate: number;
  rho: number;
  epsilon: number;
  accumulatedGrads: Slot[];
  accumulatedUpdates: Slot[];
};

export const adadelta: Rule<Adadelta> = {
  slots: ({ accumulatedGrads, accumulatedUpdates }) => [
    { letter: 'a', list: accumulatedGrads, suffix: 'accum_grad' },
    { letter: 'u', list: accumulatedUpdates, suffix: 'accum_var' },
  ],
  begin({ learningRate, rho, epsilon }) {
    const gain = 1 - rho;
    return {
      formulas: FORMULAS,
      numbers: { rho, gain, epsilon, rate: learningRate },
      loop(w, g, out, a, u) {
        for (let i = 0; i < w.length; i++) {
          // Under the root stands the old mean, as in TensorFlow.js.
          const ratio = Math.sqrt(u[i]! + epsilon) / Math.sqrt(a[i]! + epsilon);
          const change = ratio * g[i]!;
          a[i] = a[i]! * rho + g[i]! * g[i]! * gain;
          u[i] = u[i]! * rho + change * change * gain;
          out[i] = w[i]! - change * learningRate;
        }
      },
      native: (native, w, g, out, size, a, u) =>
        native.adadelta(w, a, u, g, size, learningRate, rho, epsilon, out),
    };
  },
};

const CHANGE = 'sqrt(u + epsilon) / sqrt(a + epsilon) * g';
const FORMULAS = {
  // The variable and the updates go first: they need the old mean.
  w: `w - ${CHANGE} * rate`,
  u: `u * rho + (${CHANGE}) * (${CHANGE}) * gain`,
  a: 'a * rho + g * g * gain',
};

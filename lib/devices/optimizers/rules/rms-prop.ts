import type { Rule, Slot } from '../rule';

type RMSProp = {
  learningRate: number;
  decay: number;
  momentum: number;
  epsilon: number;
  centered: boolean;
  accumulatedMeanSquares: Slot[];
  accumulatedMoments: Slot[];
  accumulatedMeanGrads: Slot[];
};

type Numbers = { rate: number; decay: number; gain: number; keep: number; epsilon: number };

export const rmsProp: Rule<RMSProp> = {
  slots(optimizer) {
    const { accumulatedMeanSquares, accumulatedMoments, accumulatedMeanGrads } = optimizer;
    return [
      { letter: 's', list: accumulatedMeanSquares, suffix: 'rms' },
      { letter: 'm', list: accumulatedMoments, suffix: 'momentum' },
      ...(optimizer.centered ? [{ letter: 'a', list: accumulatedMeanGrads, suffix: 'mg' }] : []),
    ];
  },
  begin(optimizer) {
    const { learningRate, decay, momentum, epsilon } = optimizer;
    const numbers = inSingle({
      rate: learningRate,
      decay,
      gain: 1 - decay,
      keep: momentum,
      epsilon,
    });
    if (optimizer.centered)
      return {
        formulas: CENTERED,
        numbers,
        loop: (w, g, out, s, m, a) => centered(numbers, w, g, out, s, m, a),
        native: (native, w, g, out, size, s, m, a) =>
          native.rmsPropCentered(w, s, m, a, g, size, learningRate, decay, momentum, epsilon, out),
      };
    return {
      formulas: PLAIN,
      numbers,
      loop: (w, g, out, s, m) => plain(numbers, w, g, out, s, m),
      native: (native, w, g, out, size, s, m) =>
        native.rmsProp(w, s, m, g, size, learningRate, decay, momentum, epsilon, out),
    };
  },
};

const PLAIN = {
  s: 's * decay + g * g * gain',
  m: 'm * keep + g * rate / sqrt(s1 + epsilon)',
  w: 'w - m1',
};
const CENTERED = {
  s: 's * decay + g * g * gain',
  a: 'a * decay + g * gain',
  m: 'm * keep + g * rate / sqrt(s1 - (a1 * a1 + epsilon))',
  w: 'w - m1',
};

function inSingle(numbers: Numbers): Numbers {
  const { fround } = Math;
  const { rate, decay, gain, keep, epsilon } = numbers;
  return {
    rate: fround(rate),
    decay: fround(decay),
    gain: fround(gain),
    keep: fround(keep),
    epsilon: fround(epsilon),
  };
}

type Floats = Float32Array;

function plain(numbers: Numbers, w: Floats, g: Floats, out: Floats, s: Floats, m: Floats): void {
  const { rate, decay, gain, keep, epsilon } = numbers;
  for (let i = 0; i < w.length; i++) {
    const gradient = g[i]!;
    const square = s[i]! * decay + gradient * gradient * gain;
    const moved = m[i]! * keep + (gradient * rate) / Math.sqrt(square + epsilon);
    s[i] = square;
    m[i] = moved;
    out[i] = w[i]! - moved;
  }
}

/**
 * What is under the root is a difference that may fall below 0 by rounding alone, and the result is then NaN. So that it
 * is NaN exactly when it is in TensorFlow.js, each operation rounds as there.
 */
function centered(
  { rate, decay, gain, keep, epsilon }: Numbers,
  w: Floats,
  g: Floats,
  out: Floats,
  s: Floats,
  m: Floats,
  a: Floats,
): void {
  const { fround, sqrt } = Math;
  for (let i = 0; i < w.length; i++) {
    const gradient = g[i]!;
    const old = fround(s[i]! * decay);
    const square = fround(old + fround(fround(gradient * gradient) * gain));
    const mean = fround(fround(a[i]! * decay) + fround(gradient * gain));
    const spread = fround(square - fround(fround(mean * mean) + epsilon));
    const moved = m[i]! * keep + (gradient * rate) / sqrt(spread);
    s[i] = square;
    a[i] = mean;
    m[i] = moved;
    out[i] = w[i]! - moved;
  }
}

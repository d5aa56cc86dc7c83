/** What an optimizer knows of one weight; all zero at first, Adagrad's sum of squares excepted. */
export type Kept = { a: number; b: number; c: number };
/** A weight after step `t`, which counts from 1, from its gradient; changes what is kept. */
export type Formula = (w: number, g: number, kept: Kept, t: number) => number;

/** One weight, in double precision, by the formulas as the papers and TensorFlow.js's documentation state them. */
export const BY_HAND: Record<string, Formula> = {
  SGD: (w, g) => w - 0.1 * g,
  momentum(w, g, kept) {
    kept.a = 0.9 * kept.a + g;
    return w - 0.05 * kept.a;
  },
  'Nesterov momentum'(w, g, kept) {
    kept.a = 0.9 * kept.a + g;
    return w - 0.05 * (g + 0.9 * kept.a);
  },
  RMSProp: (w, g, kept) => rmsProp(w, g, kept, { rate: 0.01, decay: 0.9, keep: 0, epsilon: 1e-7 }),
  'RMSProp with momentum': (w, g, kept) =>
    rmsProp(w, g, kept, { rate: 0.01, decay: 0.8, keep: 0.5, epsilon: 1e-6 }),
  'centered RMSProp'(w, g, kept) {
    kept.a = 0.9 * kept.a + 0.1 * g ** 2;
    kept.b = 0.9 * kept.b + 0.1 * g;
    // TensorFlow.js subtracts epsilon.
    kept.c = 0.3 * kept.c + (0.01 * g) / Math.sqrt(kept.a - kept.b ** 2 - 1e-7);
    return w - kept.c;
  },
  Adam: (w, g, kept, t) => adam(w, g, kept, t, { beta1: 0.9, beta2: 0.999, epsilon: 1e-7 }),
  'Adam of other rates': (w, g, kept, t) =>
    adam(w, g, kept, t, { beta1: 0.5, beta2: 0.9, epsilon: 1e-3 }),
  Adamax(w, g, kept, t) {
    kept.a = 0.9 * kept.a + 0.1 * g;
    kept.b = Math.max(0.99 * kept.b, Math.abs(g));
    const rate = 0.02 / (1 + 0.1 * (t - 1)) / (1 - 0.9 ** t);
    return w - (rate * kept.a) / (kept.b + 1e-7);
  },
  Adagrad(w, g, kept, t) {
    kept.a = (t === 1 ? 0.3 : kept.a) + g ** 2;
    return w - (0.1 * g) / Math.sqrt(kept.a + 1e-7);
  },
  Adadelta(w, g, kept) {
    // TensorFlow.js divides by the mean of before this step.
    const change = (g * Math.sqrt(kept.b + 1e-6)) / Math.sqrt(kept.a + 1e-6);
    kept.a = 0.9 * kept.a + 0.1 * g ** 2;
    kept.b = 0.9 * kept.b + 0.1 * change ** 2;
    return w - 0.5 * change;
  },
};

type RmsNumbers = { rate: number; decay: number; keep: number; epsilon: number };

function rmsProp(w: number, g: number, kept: Kept, numbers: RmsNumbers): number {
  const { rate, decay, keep, epsilon } = numbers;
  kept.a = decay * kept.a + (1 - decay) * g ** 2;
  kept.b = keep * kept.b + (rate * g) / Math.sqrt(kept.a + epsilon);
  return w - kept.b;
}

type AdamNumbers = { beta1: number; beta2: number; epsilon: number };

function adam(w: number, g: number, kept: Kept, t: number, numbers: AdamNumbers): number {
  const { beta1, beta2, epsilon } = numbers;
  kept.a = beta1 * kept.a + (1 - beta1) * g;
  kept.b = beta2 * kept.b + (1 - beta2) * g ** 2;
  const first = kept.a / (1 - beta1 ** t);
  const second = kept.b / (1 - beta2 ** t);
  return w - (0.02 * first) / (Math.sqrt(second) + epsilon);
}

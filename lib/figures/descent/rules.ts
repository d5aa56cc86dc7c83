import type { FrameData } from '@/lib/protocol';

export type Rule = FrameData['descent']['paths'][number]['rule'];
export type Pair = readonly [x: number, y: number];

/** What an optimizer remembers: `m` of gradients, `v` of their squares. Both begin at 0. */
export type Memory = { m: Pair; v: Pair };
export const NOTHING: Memory = { m: [0, 0], v: [0, 0] };

/** One update: what it remembers after it, and what it adds to x and y. */
export type Update = Memory & { change: Pair };

const both = (make: (i: 0 | 1) => number): Pair => [make(0), make(1)];

/**
 * The step of an optimizer as TensorFlow.js 4.22 takes it (`optimizers/*_optimizer.ts`); `t` is 1 in the first step.
 * Null for one whose formula we do not know.
 */
export function update(rule: Rule, memory: Memory, gradient: Pair, t: number): Update | null {
  const { kind, rate, momentum, decay, beta1, beta2, epsilon } = rule;
  const [g, { m, v }] = [gradient, memory];
  switch (kind) {
    case 'sgd':
      return { m, v, change: both((i) => -rate * g[i]) };
    case 'momentum': {
      const moved = both((i) => momentum * m[i] + g[i]);
      return { m: moved, v, change: both((i) => -rate * moved[i]) };
    }
    case 'rmsprop': {
      const square = both((i) => decay * v[i] + (1 - decay) * g[i] ** 2);
      const moved = both((i) => momentum * m[i] + (rate * g[i]) / Math.sqrt(square[i] + epsilon));
      return { m: moved, v: square, change: both((i) => -moved[i]) };
    }
    case 'adam': {
      const first = both((i) => beta1 * m[i] + (1 - beta1) * g[i]);
      const second = both((i) => beta2 * v[i] + (1 - beta2) * g[i] ** 2);
      const [one, two] = [1 - beta1 ** t, 1 - beta2 ** t];
      const change = both(
        (i) => (-rate * (first[i] / one)) / (Math.sqrt(second[i] / two) + epsilon),
      );
      return { m: first, v: second, change };
    }
    case 'other':
      return null;
    default:
      return kind satisfies never;
  }
}

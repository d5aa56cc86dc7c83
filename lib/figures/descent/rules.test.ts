import { expect, it } from 'vitest';
import { NOTHING, update, type Memory, type Rule } from './rules';

const base = { momentum: 0, decay: 0, beta1: 0, beta2: 0, epsilon: 1e-7 };
const after = (rule: Rule, gradients: readonly number[]) => {
  let [memory, x]: [Memory, number] = [NOTHING, 1];
  gradients.forEach((g, i) => {
    const step = update(rule, memory, [g, 0], i + 1)!;
    [memory, x] = [step, x + step.change[0]];
  });
  return x;
};

// By hand, from x = 1 with the gradients 2, 2 and −1.
it('follows the formulas of the four optimizers', () => {
  const gradients = [2, 2, -1];
  expect(after({ ...base, kind: 'sgd', rate: 0.1 }, gradients)).toBeCloseTo(0.7, 12);
  // m = 2, 3, 0.5
  const momentum: Rule = { ...base, kind: 'momentum', rate: 0.1, momentum: 0.5 };
  expect(after(momentum, gradients)).toBeCloseTo(0.45, 12);
  // v = 2, 3, 2
  const rms: Rule = { ...base, kind: 'rmsprop', rate: 0.1, decay: 0.5, epsilon: 0 };
  const moved = 0.1 * (2 / Math.sqrt(2) + 2 / Math.sqrt(3) - 1 / Math.sqrt(2));
  expect(after(rms, gradients)).toBeCloseTo(1 - moved, 12);
  // Corrected: m = 2, 2, 0.25 / 0.875 and v = 4, 4, 2 / 0.875
  const adam: Rule = { ...base, kind: 'adam', rate: 0.1, beta1: 0.5, beta2: 0.5, epsilon: 0 };
  const third = 0.25 / 0.875 / Math.sqrt(2 / 0.875);
  expect(after(adam, gradients)).toBeCloseTo(1 - 0.1 * (1 + 1 + third), 12);
});

it('knows no step of another optimizer', () => {
  expect(update({ ...base, kind: 'other', rate: 1 }, NOTHING, [1, 1], 1)).toBeNull();
});

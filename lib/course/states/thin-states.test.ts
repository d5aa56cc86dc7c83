import { describe, expect, it } from 'vitest';
import { thinStates } from './thin-states';

const states = (steps: number[], bytes = 1) => steps.map((step) => ({ step, state: { bytes } }));
const steps = (kept: { step: number }[]) => kept.map(({ step }) => step);

describe('thinStates', () => {
  it('keeps all that fit', () => {
    expect(steps(thinStates(states([0, 1, 2]), { count: 3, bytes: 3 }))).toEqual([0, 1, 2]);
  });

  it('keeps the first, the last and an even spread as they come one by one', () => {
    let kept = states([]);
    for (let step = 0; step <= 1000; step++) {
      kept = thinStates([...kept, ...states([step])], { count: 20, bytes: Infinity });
    }
    const all = steps(kept);
    expect(all).toHaveLength(20);
    expect([all[0], all.at(-1)]).toEqual([0, 1000]);
    const gaps = all.slice(1).map((step, i) => step - all[i]!);
    // The last gap is still growing.
    expect(Math.max(...gaps.slice(0, -1)) / Math.min(...gaps.slice(0, -1))).toBeLessThanOrEqual(4);
  });

  it('keeps to its bytes, down to the last state alone', () => {
    expect(steps(thinStates(states([0, 5, 6, 9], 10), { count: 9, bytes: 35 }))).toEqual([0, 5, 9]);
    expect(steps(thinStates(states([0, 5, 6], 10), { count: 9, bytes: 1 }))).toEqual([6]);
  });
});

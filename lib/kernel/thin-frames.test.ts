import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insertFrame, thinFrames } from './thin-frames';

const at = (...steps: number[]) => steps.map((step) => ({ step }));
const steps = (frames: readonly { step: number }[]) => frames.map(({ step }) => step);

describe('thinFrames', () => {
  it('leaves few frames alone', () => {
    const frames = at(1, 2, 3);
    expect(thinFrames(frames, 3)).toBe(frames);
  });

  it('leaves out the frame in the densest place', () => {
    expect(steps(thinFrames(at(0, 10, 11, 20, 40), 4))).toEqual([0, 10, 20, 40]);
  });

  it('keeps first, last, order and an even spread, when frames come one by one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 40 }), fc.integer({ min: 50, max: 600 }), (cap, n) => {
        let frames: readonly { step: number }[] = [];
        for (let step = 0; step < n; step++) {
          frames = thinFrames(insertFrame(frames, { step }), cap);
        }
        const kept = steps(frames);
        const gaps = kept.slice(1).map((step, i) => step - (kept[i] ?? 0));
        expect(kept).toHaveLength(cap);
        expect([kept[0], kept.at(-1)]).toEqual([0, n - 1]);
        expect(Math.min(...gaps)).toBeGreaterThan(0);
        expect(Math.max(...gaps)).toBeLessThanOrEqual((4 * n) / (cap - 1));
      }),
    );
  });
});

describe('insertFrame', () => {
  it('appends, inserts and replaces', () => {
    expect(steps(insertFrame(at(1, 3), { step: 4 }))).toEqual([1, 3, 4]);
    expect(steps(insertFrame(at(1, 3), { step: 2 }))).toEqual([1, 2, 3]);
    expect(steps(insertFrame(at(1, 3), { step: 0 }))).toEqual([0, 1, 3]);
    const frame = { step: 1 };
    expect(insertFrame(at(1, 3), frame)[0]).toBe(frame);
    expect(insertFrame(at(1, 3), frame)).toHaveLength(2);
  });
});

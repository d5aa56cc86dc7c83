import { describe, expect, it } from 'vitest';
import { completed, EMPTY_SKETCH, readSketch, SKETCH_POINTS, stroke, writeSketch } from './curve';

const drawn = stroke(EMPTY_SKETCH, { at: 10, y: 1 }, { at: 20, y: 2 });

describe('a sketch', () => {
  it('is straight within a stroke, in either direction', () => {
    expect(drawn[15]).toBeCloseTo(1.5);
    expect(stroke(EMPTY_SKETCH, { at: 20, y: 2 }, { at: 10, y: 1 })).toEqual(drawn);
    expect(drawn[9]).toBe(null);
    expect(stroke(drawn, { at: 12, y: 5 }, { at: 12, y: 6 })[12]).toBe(6);
  });

  it('bridges gaps, and is level beyond its ends', () => {
    expect(completed(EMPTY_SKETCH)).toBe(null);
    expect(completed(stroke(EMPTY_SKETCH, { at: 3, y: 1 }, { at: 3, y: 1 }))).toBe(null);
    const gap = stroke(drawn, { at: 30, y: 0 }, { at: 30, y: 0 });
    const whole = completed(gap)!;
    expect(whole).toHaveLength(SKETCH_POINTS);
    expect([whole[0], whole[25], whole[40]]).toEqual([1, 1, 0]);
  });

  it('comes back as it was kept, and empty from anything else', () => {
    expect(readSketch(writeSketch(drawn))).toEqual(drawn);
    for (const text of ['', '7', '[]', '{"length":41}', writeSketch(drawn).replace('1', '"1"')]) {
      expect(readSketch(text)).toEqual(EMPTY_SKETCH);
    }
  });
});

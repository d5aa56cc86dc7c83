import { describe, expect, it, vi } from 'vitest';
import { CellTime, indexIn } from './cell-time';

const STEPS = [0, 5, 10, 20];

describe('the time of a cell', () => {
  it('follows the newest step until another is sought, and again from the last', () => {
    const time = new CellTime();
    expect(time.getSnapshot().step).toBeNull();
    time.seek(STEPS, 1);
    expect(time.getSnapshot().step).toBe(5);
    time.seek(STEPS, 3);
    expect(time.getSnapshot().step).toBeNull();
    time.seek(STEPS, 2);
    time.latest();
    expect(time.getSnapshot().step).toBeNull();
  });

  it('keeps a step when others are thinned away around it', () => {
    expect(indexIn(STEPS, 10)).toBe(2);
    expect(indexIn([0, 10, 20], 10)).toBe(1);
    expect(indexIn([0, 20], 10)).toBe(0);
    expect(indexIn([20], 10)).toBe(0);
    expect(indexIn([], null)).toBe(-1);
  });

  it('plays from the beginning when it stands at the end, and stops there', () => {
    const time = new CellTime();
    time.play(STEPS);
    const seen = [time.getSnapshot().step];
    while (time.getSnapshot().playing) {
      time.tick(STEPS);
      seen.push(time.getSnapshot().step);
    }
    expect(seen).toEqual([0, 5, 10, null]);
    time.seek(STEPS, 1);
    time.play(STEPS);
    expect(time.getSnapshot()).toMatchObject({ step: 5, playing: true });
    time.seek(STEPS, 2);
    expect(time.getSnapshot().playing).toBe(false);
  });

  it('holds one step beside all others, until that ends or a run begins', () => {
    const time = new CellTime();
    time.compare(STEPS, 1);
    time.seek(STEPS, 2);
    expect(time.getSnapshot()).toEqual({ step: 10, playing: false, beside: 5 });
    time.endCompare();
    expect(time.getSnapshot().beside).toBeNull();
    time.compare(STEPS, 0);
    time.restart();
    expect(time.getSnapshot()).toEqual({ step: null, playing: false, beside: null });
  });

  it('tells of changes only', () => {
    const time = new CellTime();
    const heard = vi.fn();
    const stop = time.subscribe(heard);
    time.latest();
    time.pause();
    expect(heard).not.toHaveBeenCalled();
    const before = time.getSnapshot();
    time.seek(STEPS, 0);
    expect(heard).toHaveBeenCalledTimes(1);
    expect(before.step).toBeNull();
    stop();
    time.latest();
    expect(heard).toHaveBeenCalledTimes(1);
  });
});

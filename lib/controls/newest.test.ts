import { describe, expect, it } from 'vitest';
import { afterPause, atMostEvery, type Clock } from './newest';

/** A clock that is turned by hand. */
function handClock() {
  let time = 0;
  let timers: { at: number; run: () => void }[] = [];
  const clock: Clock = {
    now: () => time,
    setTimeout: (run, ms) => {
      const timer = { at: time + ms, run };
      timers.push(timer);
      return timer;
    },
    clearTimeout: (timer) => (timers = timers.filter((each) => each !== timer)),
  };
  const pass = (ms: number) => {
    time += ms;
    const due = timers.filter(({ at }) => at <= time);
    timers = timers.filter(({ at }) => at > time);
    for (const { run } of due) run();
  };
  return { clock, pass };
}

describe('atMostEvery', () => {
  it('passes the first at once, then the newest when the time is over', () => {
    const { clock, pass } = handClock();
    const got: number[] = [];
    const sender = atMostEvery(50, (value: number) => got.push(value), clock);
    sender.send(1);
    sender.send(2);
    pass(30);
    sender.send(3);
    expect(got).toEqual([1]);
    pass(20);
    expect(got).toEqual([1, 3]);
    pass(100);
    expect(got).toEqual([1, 3]);
  });

  it('never passes on more often than it is to, however much is sent, and always the last', () => {
    const { clock, pass } = handClock();
    const got: { value: number; at: number }[] = [];
    const sender = atMostEvery(50, (value: number) => got.push({ value, at: clock.now() }), clock);
    for (let value = 0; value < 100; value++) {
      sender.send(value);
      pass(7);
    }
    pass(50);
    expect(got.at(-1)?.value).toBe(99);
    expect(got.length).toBeGreaterThan(10);
    got.slice(1).forEach(({ at }, index) => expect(at - got[index]!.at).toBeGreaterThanOrEqual(50));
  });

  it('passes on what waits when it is flushed, once', () => {
    const { clock, pass } = handClock();
    const got: number[] = [];
    const sender = atMostEvery(50, (value: number) => got.push(value), clock);
    sender.send(1);
    sender.send(2);
    sender.flush();
    expect(got).toEqual([1, 2]);
    sender.flush();
    pass(100);
    expect(got).toEqual([1, 2]);
  });
});

describe('afterPause', () => {
  it('waits until nothing more comes', () => {
    const { clock, pass } = handClock();
    const got: string[] = [];
    const sender = afterPause(200, (value: string) => got.push(value), clock);
    for (const text of ['c', 'ca', 'cat']) {
      sender.send(text);
      pass(150);
    }
    expect(got).toEqual([]);
    pass(50);
    expect(got).toEqual(['cat']);
  });
});

import { describe, expect, it } from 'vitest';
import { LIMITS } from '@/lib/protocol';
import { createIntake } from './intake';

/** An intake on a clock of the test's own, with what it complained of. */
function setUp() {
  const complaints: string[] = [];
  let time = 0;
  const pass = (ms: number) => void (time += ms);
  const intake = createIntake(() => time, {
    onBad: () => complaints.push('bad'),
    onGarbled: () => complaints.push('garbled'),
    onFlooded: () => complaints.push('flooded'),
  });
  /** A guard that takes so long. */
  const guard =
    (ms: number) =>
    (value: unknown): value is number => {
      pass(ms);
      return typeof value === 'number';
    };
  const take = (ms: number, data: unknown = 1) => intake.take({ data }, guard(ms));
  return { intake, complaints, pass, take, guard };
}

describe('createIntake', () => {
  it('takes what passes its guard, and complains of the rest', () => {
    const { take, complaints } = setUp();
    expect([take(1), take(1, 'text')]).toEqual([1, null]);
    expect(complaints).toEqual(['bad']);
  });

  it('is flooded by one message that takes too long to check', () => {
    const { take, complaints } = setUp();
    expect(take(LIMITS.checkingPerSecond)).toBe(1);
    expect(complaints).toEqual([]);
    expect(setUp().take(LIMITS.checkingPerSecond + 1)).toBeNull();
  });

  it('adds up the checks of one second, of bad messages too', () => {
    const { take, complaints } = setUp();
    for (let i = 0; i < 4; i++) take(100, i % 2 === 0 ? 'text' : 1);
    expect(complaints).toEqual(['bad', 'bad']);
    expect(take(100)).toBeNull();
    expect(complaints.at(-1)).toBe('flooded');
  });

  it('begins anew with each second', () => {
    const { take, pass, complaints } = setUp();
    for (let i = 0; i < 20; i++) {
      expect(take(300)).toBe(1);
      pass(1_000);
    }
    expect(complaints).toEqual([]);
  });

  it('counts the time in which a message is unpacked', () => {
    const { intake, pass, complaints, guard } = setUp();
    const event = {
      get data(): unknown {
        pass(LIMITS.checkingPerSecond + 1);
        return 1;
      },
    };
    expect(intake.take(event, guard(0))).toBeNull();
    expect(complaints).toEqual(['flooded']);
  });
});

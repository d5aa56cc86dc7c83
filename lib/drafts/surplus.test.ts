import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { surplus } from './surplus';

const version = (code: string, changed = 0) => ({ code, changed });

describe('surplus', () => {
  it('is each version that repeats the one before it', () => {
    const codes = ['a', 'a', 'b', 'a', 'a', 'a'];
    expect(surplus(codes.map((code) => version(code)))).toEqual([1, 4, 5]);
  });

  it('is, of too many, what lies closest after another long ago', () => {
    const times = [...Array(51).keys()].map((at) => at * 100);
    times[7] = 601;
    expect(surplus(times.map((at) => version(`${at}`, at)))).toEqual([7]);
  });

  it('never is the first, nor one of the newest 25, and leaves 50', () => {
    const steps = fc.array(fc.nat({ max: 1000 }), { minLength: 51, maxLength: 80 });
    fc.assert(
      fc.property(steps, (gaps) => {
        let time = 0;
        const versions = gaps.map((gap, at) => version(`${at}`, (time += gap)));
        const out = surplus(versions);
        expect(versions.length - out.length).toBe(50);
        expect(out.every((at) => at > 0 && at < versions.length - 25)).toBe(true);
      }),
    );
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { HELP, readOptions } from './options.mjs';
import { limited } from './limited.mjs';

describe('readOptions', () => {
  const NONE = { names: [], watch: false, cells: false, help: false, folder: null };

  it('reads names and options in any order', () => {
    expect(readOptions([])).toEqual(NONE);
    expect(readOptions(['a', '--watch', 'b'])).toEqual({ ...NONE, names: ['a', 'b'], watch: true });
    expect(readOptions(['--folder', '/x', '--cells'])).toEqual({
      ...NONE,
      folder: '/x',
      cells: true,
    });
  });

  it('says what it can do nothing with', () => {
    expect(() => readOptions(['--wach'])).toThrow('There is no option --wach.');
    expect(() => readOptions(['--folder'])).toThrow('--folder needs a folder.');
    expect(() => readOptions(['--folder', '--watch'])).toThrow('--folder needs a folder.');
  });

  it('has a help that names each option', () => {
    for (const option of ['--watch', '--cells', '--folder']) expect(HELP).toContain(option);
  });
});

describe('limited', () => {
  it('lets so many calls go at once, and the others wait in line', async () => {
    const under: number[] = [];
    let now = 0;
    const work = limited(2, async (id: number) => {
      under.push((now += 1));
      await sleep(1);
      now -= 1;
      return id;
    });
    expect(await Promise.all([1, 2, 3, 4, 5].map((id) => work(id)))).toEqual([1, 2, 3, 4, 5]);
    expect(Math.max(...under)).toBe(2);
  });

  it('goes on after a call that failed', async () => {
    const work = limited(1, (id: number) =>
      id === 1 ? Promise.reject(new Error('no')) : Promise.resolve(id),
    );
    const ends = await Promise.allSettled([work(1), work(2)]);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });
});

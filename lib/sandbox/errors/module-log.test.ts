import { describe, expect, it } from 'vitest';
import { createModuleLog } from './module-log';

const module = (cell: string, run = 1) => ({
  url: `blob:http://sandbox/${cell}-${run}`,
  cell,
  run,
  locate: <P>(place: P) => place,
});
const frame = (cell: string, run = 1) => `    at f (blob:http://sandbox/${cell}-${run}:3:5)\n`;

describe('the log of modules', () => {
  it('finds the module of the innermost frame', () => {
    const log = createModuleLog();
    log.add(module('a'));
    log.add(module('b'));
    expect(log.find(frame('b') + frame('a'))?.cell).toBe('b');
    expect(log.find(frame('a') + frame('b'))?.cell).toBe('a');
    expect(log.find(frame('c'))).toBeUndefined();
    expect(log.find('')).toBeUndefined();
  });

  it('tells the runs of one cell apart, also where one address begins like another', () => {
    const log = createModuleLog();
    for (const run of [1, 11]) log.add(module('a', run));
    expect(log.find(frame('a', 11))?.run).toBe(11);
    expect(log.find(frame('a', 1))?.run).toBe(1);
  });

  it('keeps the last ones only', () => {
    const log = createModuleLog(2);
    for (const cell of ['a', 'b', 'c']) log.add(module(cell));
    expect(['a', 'b', 'c'].map((cell) => log.find(frame(cell))?.cell)).toEqual([
      undefined,
      'b',
      'c',
    ]);
  });
});

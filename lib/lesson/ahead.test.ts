import { describe, expect, it } from 'vitest';
import { aheadFor } from './ahead';

describe('aheadFor', () => {
  it('fetches nothing where the reader saves data or the connection is slow', () => {
    expect(aheadFor({ connection: { saveData: true, effectiveType: '4g' } })).toBe('nothing');
    for (const effectiveType of ['slow-2g', '2g', '3g']) {
      expect(aheadFor({ connection: { effectiveType }, deviceMemory: 8 })).toBe('nothing');
    }
  });

  it('starts no sandbox on a device of little memory', () => {
    expect(aheadFor({ connection: { effectiveType: '4g' }, deviceMemory: 2 })).toBe('code');
    expect(aheadFor({ deviceMemory: 0.5 })).toBe('code');
  });

  it('starts it where nothing speaks against it, or nothing is told', () => {
    expect(aheadFor({ connection: { effectiveType: '4g' }, deviceMemory: 4 })).toBe('sandbox');
    expect(aheadFor({})).toBe('sandbox');
  });
});

import { expect, it } from 'vitest';
import * as notebook from '@/lib/notebook';
import { loadNotebook } from './load-notebook';

it('reads cells ahead as they are read at once, and others when they are asked for', async () => {
  const codes = ['const a = 1;', 'a +', 'const b = a;'];
  const ahead = await loadNotebook(codes);
  for (const code of [...codes, 'b + 1;']) {
    expect(ahead.analyze(code)).toEqual(notebook.analyze(code));
  }
  expect(ahead.analyze('a +').problem).not.toBeNull();
  // What has been read is not read again.
  expect(ahead.analyze(codes[0]!)).toBe(ahead.analyze(codes[0]!));
});

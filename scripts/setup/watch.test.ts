import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { root } from './root.mjs';
import { watchPaths } from './watch.mjs';

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

/** A folder with files in it, watched as a whole or one file of it; how often something was heard. */
function watched(paths: string[], files: string[]) {
  mkdirSync(path.join(root, '.layerwise'), { recursive: true });
  const folder = mkdtempSync(path.join(root, '.layerwise', 'watched-'));
  const put = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    // As many editors save: a new file in the old one's place.
    writeFileSync(path.join(folder, 'new'), text);
    renameSync(path.join(folder, 'new'), path.join(folder, file));
  };
  files.forEach((file) => put(file, ''));
  const changed = vi.fn(() => Promise.resolve());
  const end = watchPaths(
    paths.map((each) => path.relative(root, path.join(folder, each))),
    changed,
  );
  ends.push(end, () => rmSync(folder, { recursive: true }));
  const heard = async (times: number) => {
    await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(times), 5_000);
  };
  return { put, heard, changed };
}

describe('watchPaths', () => {
  it('hears of a file that is put in the place of another, again and again', async () => {
    const { put, heard } = watched(['.'], ['a/b.txt']);
    for (const times of [1, 2, 3]) {
      put('a/b.txt', String(times));
      await heard(times);
    }
  });

  it('hears of folders that come later', async () => {
    const { put, heard } = watched(['.'], ['a.txt']);
    put('late/a.txt', '1');
    await heard(1);
    put('late/a.txt', '2');
    await heard(2);
  });

  it('hears of single files, each in the same folder, and of no other', async () => {
    const { put, heard, changed } = watched(
      ['a.txt', 'b.txt', 'missing.txt'],
      ['a.txt', 'b.txt', 'c.txt'],
    );
    put('c.txt', '1');
    put('a.txt', '1');
    await heard(1);
    put('b.txt', '1');
    await heard(2);
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('does not mind tests', async () => {
    const { put, heard, changed } = watched(['a'], ['a/a.ts', 'a/a.test.ts']);
    put('a/a.test.ts', '1');
    put('a/a.ts', '1');
    await heard(1);
    expect(changed).toHaveBeenCalledTimes(1);
  });
});

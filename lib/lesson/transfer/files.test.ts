import { describe, expect, it, vi } from 'vitest';
import { fromNotebook, IMPORT_LIMITS } from '@/lib/export';
import { failureSentence } from './failure-sentence';
import { FORMATS, MEDIA_TYPES } from './formats';
import { lessonText } from './lesson-text';
import { notebookFileText } from './notebook-file-text';

const answer = (ok: boolean, value: unknown) => ({ ok, json: () => Promise.resolve(value) });

describe('the text of a lesson', () => {
  it('is asked for once', async () => {
    const get = vi.fn(() => Promise.resolve(answer(true, { blocks: [] })));
    expect(await lessonText('networks', get)).toEqual({ blocks: [] });
    await lessonText('networks', get);
    expect(get.mock.calls).toEqual([['/learn/networks/text.json']]);
  });

  it('that does not come is said, and asked for again', async () => {
    const words = /could not be fetched.*try again/s;
    await expect(lessonText('a', () => Promise.reject(new TypeError('offline')))).rejects.toThrow(
      words,
    );
    await expect(lessonText('a', () => Promise.resolve(answer(false, {})))).rejects.toThrow(words);
    const blocks = [{ kind: 'cell', id: 'x', highlighted: '' }];
    const come = () => Promise.resolve(answer(true, { blocks }));
    expect(await lessonText('a', come)).toEqual({ blocks });
  });
});

describe('a notebook file', () => {
  it('is read whole', async () => {
    expect(await notebookFileText(new Blob(['{"a": "ä€😀"}']))).toBe('{"a": "ä€😀"}');
  });

  it('of any size is refused in words, and not read beyond what shows it', async () => {
    const slice = vi.fn((_from: number, to: number) => new Blob([' '.repeat(Math.min(to, 100))]));
    await notebookFileText({ slice, size: 1e12 } as unknown as Blob);
    expect(slice.mock.calls[0]?.[1]).toBeLessThan(IMPORT_LIMITS.characters * 5);
    const text = await notebookFileText(new Blob([' '.repeat(IMPORT_LIMITS.characters + 1)]));
    expect(() => fromNotebook(text)).toThrow('larger than 50 MB');
  });
});

it('failures are sentences', () => {
  expect(failureSentence(new Error('It is gone. Reload.'))).toBe('It is gone. Reload.');
  expect(failureSentence(new TypeError('x is undefined'))).toMatch(
    /^That .*: x is undefined\. Try/,
  );
  expect(failureSentence(new Error(''))).toMatch(/^That did not work\. Try/);
});

it('every format has a name and a type', () => {
  expect(FORMATS.map(({ format }) => format).sort()).toEqual(Object.keys(MEDIA_TYPES).sort());
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromNotebook, toNotebook } from '@/lib/export';
import { decodeShare, encodeShare } from '@/lib/share';
import { exportedNotebook } from './exported-notebook';
import { fromImport, importNotices } from './from-import';
import { isNotebookId, type Notebook, notebookTitle, UNTITLED } from './notebook';
import { fromShare, toShare } from './notebook-share';
import { blankNotebook } from './random-names';

const notebook: Notebook = {
  id: '0123456789abcdef',
  title: 'An idea',
  seed: 7,
  blocks: [
    { id: 'text-1', kind: 'markdown', title: '', text: '# Why\n\n$x$' },
    { id: 'cell-1', kind: 'code', title: 'Load', text: 'const x = 1;\n' },
    { id: 'cell-2', kind: 'code', title: '', text: 'x + 1' },
  ],
  changed: 5,
};

describe('a link with a notebook', () => {
  it('brings back its cells, title and seed, under another name', async () => {
    const share = await decodeShare(await encodeShare(toShare(notebook)));
    if (share.lesson !== null) throw new Error('It is no lesson.');
    const made = fromShare(share, 9);
    expect(made).toEqual({ ...notebook, id: made.id, changed: 9 });
    expect(made.id).not.toBe(notebook.id);
    expect(isNotebookId(made.id)).toBe(true);
  });

  it('may lack a title and a seed', () => {
    const made = fromShare({ version: 1, lesson: null, cells: [] }, 9);
    expect(made).toMatchObject({ title: UNTITLED, blocks: [] });
    expect(Number.isInteger(made.seed)).toBe(true);
  });
});

describe('a notebook as a file', () => {
  const file = () =>
    toNotebook(
      exportedNotebook(
        notebook,
        { cells: {} },
        () => ({
          ...{ kind: 'figure', title: '', caption: '', png: null, description: '' },
        }),
        { url: 'https://example.org/notebook', date: '2026-01-31', text: true },
      ),
    );

  it('comes back as it was', () => {
    const imported = fromNotebook(file());
    const made = fromImport(imported, 'x.ipynb', 9);
    expect(made).toEqual({ ...notebook, id: made.id, changed: 9 });
    expect(importNotices(imported)).toEqual([]);
  });

  it('takes its title from the file’s name, where it has none', () => {
    const foreign = JSON.stringify({
      nbformat: 4,
      nbformat_minor: 5,
      metadata: { language_info: { name: 'python' } },
      cells: [{ cell_type: 'code', metadata: {}, source: 'import os', outputs: [] }],
    });
    const imported = fromNotebook(foreign);
    const made = fromImport(imported, 'my.analysis.ipynb', 9);
    expect(made.title).toBe('my.analysis');
    expect(made.blocks.map(({ text }) => text)).toEqual(['import os']);
    expect(importNotices(imported).join(' ')).toContain('Python');
  });
});

describe('names', () => {
  it('are of one line, and never empty', () => {
    expect(notebookTitle('  a\n b  ')).toBe('a b');
    expect(notebookTitle(' \t')).toBe(UNTITLED);
    fc.assert(
      fc.property(fc.string({ maxLength: 500 }), (text) => {
        const title = notebookTitle(text);
        expect(title.length).toBeGreaterThan(0);
        expect(title.length).toBeLessThanOrEqual(200);
        expect(notebookTitle(title)).toBe(title);
      }),
    );
  });

  it('of new notebooks and cells differ', () => {
    const [one, two] = [blankNotebook(1), blankNotebook(1)];
    expect(one.id).not.toBe(two.id);
    expect(one.blocks[0]?.id).not.toBe(two.blocks[0]?.id);
    expect(isNotebookId(one.id)).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { fromNotebook, toNotebook, type ExportedCell, type ImportedNotebook } from '@/lib/export';
import { importPlan } from './import-plan';

const cell = (id: string, code: string, original = code) => ({
  id,
  title: `The ${id}`,
  code,
  original,
});
const PAGE = [cell('load', 'a;'), cell('train', 'b;'), cell('plot', 'mine;', 'c;')];

/** As it would be saved on another day or machine, and read again. */
function file(
  cells: ReturnType<typeof cell>[],
  slug: string | null = 'networks',
): ImportedNotebook {
  const blocks = cells.map((each): ExportedCell => ({ kind: 'cell', outputs: [], ...each }));
  const about = {
    title: 'Networks',
    slug,
    seed: 1,
    url: 'https://example.org/',
    date: '2026-11-23',
  };
  return fromNotebook(toNotebook({ ...about, blocks }));
}

const plan = (notebook: ImportedNotebook) => importPlan(notebook, 'networks', PAGE);

describe('a file of the lesson on the page', () => {
  it('that was just saved changes nothing', () => {
    expect(plan(file(PAGE))).toEqual({ kind: 'this-lesson', changes: [], unknown: [] });
  });

  it('changes the cells whose code is another, in the order of the page', () => {
    const notebook = file([cell('plot', 'c;'), cell('train', 'theirs;', 'b;'), cell('load', 'a;')]);
    expect(plan(notebook)).toMatchObject({
      changes: [
        { id: 'train', title: 'The train', mine: 'b;', theirs: 'theirs;', outdated: false },
        { id: 'plot', mine: 'mine;', theirs: 'c;', outdated: false },
      ],
    });
  });

  it('does not take the ends of lines for changes', () => {
    expect(plan(file([cell('load', 'a;\r\n'), cell('train', 'b;\n\n')]))).toMatchObject({
      changes: [],
    });
  });

  it('says where the lesson’s own code has changed since', () => {
    expect(plan(file([cell('train', 'theirs;', 'older;')]))).toMatchObject({
      changes: [{ id: 'train', outdated: true }],
    });
  });

  it('tells of cells that the page has no place for', () => {
    expect(plan(file([cell('gone', 'x;'), cell('load', 'a;')]))).toMatchObject({
      changes: [],
      unknown: [{ id: 'gone', code: 'x;' }],
    });
  });
});

describe('any other file', () => {
  it('is of another lesson', () => {
    expect(plan(file(PAGE, 'filters'))).toEqual({
      ...{ kind: 'other-lesson', slug: 'filters', title: 'Networks' },
    });
  });

  it('is a notebook, ours or not', () => {
    expect(plan(file(PAGE, null))).toEqual({ kind: 'notebook', title: 'Networks', ours: true });
    const foreign = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [] };
    expect(plan(fromNotebook(JSON.stringify(foreign)))).toEqual({
      ...{ kind: 'notebook', title: 'Notebook without a title', ours: false },
    });
  });
});

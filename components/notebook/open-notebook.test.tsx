import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { NotebookDesk } from '@/lib/notebooks/desk';
import type { Block } from '@/lib/notebooks/notebook';
import { NotebookStore } from '@/lib/notebooks/notebook-store';
import { browserShelf } from '@/lib/notebooks/shelf';
import { fakePage } from '@/lib/notebooks/testing/fake-world';
import { NotebookPage } from './notebook-page';
import { OpenNotebook } from './open-notebook';
import { DeskContext } from './use-desk';

const { effects } = fakePage(browserShelf());

const BLOCKS: Block[] = [
  { id: 'load', kind: 'code', title: 'Load', text: 'const x = 1;' },
  { id: 'why', kind: 'markdown', title: '', text: 'Some words' },
  { id: 'use', kind: 'code', title: '', text: 'x' },
];

function setUp(blocks: readonly Block[], from: 'shelf' | 'link' = 'shelf') {
  const notebook = { id: '0123456789abcdef', title: 'An idea', seed: 7, changed: 1, revision: 1 };
  const store = new NotebookStore({ ...notebook, blocks }, from, effects);
  const address = {
    read: () => ({ open: null, fragment: '' }),
    show: () => {},
    onChange: () => () => {},
  };
  const desk = new NotebookDesk({ ...effects, address, readLink: async () => null });
  const html = () =>
    renderToStaticMarkup(
      <DeskContext value={desk}>
        <OpenNotebook store={store} notices={['Left out something.']} />
      </DeskContext>,
    );
  return { store, html };
}

const labels = (html: string) =>
  [...html.matchAll(/aria-label="(Add [^"]*|Move [^"]*|Delete)"/g)].map(([, name]) => name);

describe('a notebook on the page', () => {
  it('has a title to write, for itself and for each cell of code', () => {
    const html = setUp(BLOCKS).html();
    expect(html).toMatch(
      /<h1[^>]*><input[^>]*aria-label="Title of the notebook"[^>]*value="An idea"/,
    );
    expect(html).toMatch(/aria-label="Title of the cell"[^>]*value="Load"/);
    expect(html).toMatch(/placeholder="Cell 2"/);
    expect(html).toMatch(/<section[^>]*data-cell="use"[^>]*data-state="idle"/);
  });

  it('has no Reset and no mark of an edit', () => {
    const { store, html } = setUp(BLOCKS);
    store.edit('use', 'x + 1');
    expect(html()).not.toMatch(/Reset|>edited</);
    expect(html()).toContain('x + 1');
  });

  it('can be added to at each place, and each cell can be moved and deleted', () => {
    expect(labels(setUp(BLOCKS).html()).filter((name) => name?.startsWith('Add'))).toEqual([
      ...['Add before cell 1', 'Add code before cell 1', 'Add text before cell 1'],
      ...['Add before cell 2', 'Add code before cell 2', 'Add text before cell 2'],
      ...['Add before cell 3', 'Add code before cell 3', 'Add text before cell 3'],
      ...['Add at the end', 'Add code at the end', 'Add text at the end'],
    ]);
    expect(labels(setUp(BLOCKS).html()).filter((name) => name === 'Delete')).toHaveLength(3);
  });

  it('says where a cell was deleted, with a way back', () => {
    const { store, html } = setUp(BLOCKS);
    store.remove('load');
    expect(html()).toMatch(/Deleted “Load”\.<\/span><button[^>]*>Undo<\/button>/);
    expect(html().indexOf('Deleted “Load”')).toBeLessThan(html().indexOf('data-block="why"'));
    store.undoRemove();
    expect(html()).not.toContain('Deleted');
  });

  it('gives a hint only while nothing is written', () => {
    const blank = setUp([{ id: 'a', kind: 'code', title: '', text: '' }]);
    expect(blank.html()).toContain('Write TypeScript into the cell');
    blank.store.edit('a', '1');
    expect(blank.html()).not.toContain('Write TypeScript into the cell');
    expect(setUp([]).html()).toContain('This notebook is empty.');
  });

  it('says what was left out of its file, and that somebody’s is not saved', () => {
    expect(setUp(BLOCKS).html()).toContain('Left out something.');
    expect(setUp(BLOCKS).html()).not.toContain('somebody’s notebook');
    const shared = setUp(BLOCKS, 'link').html();
    expect(shared).toMatch(/somebody’s notebook.*Keep it as mine.*Back to my own/s);
  });
});

describe('the page before the browser was asked', () => {
  it('says that it opens, and that it takes scripts', () => {
    const html = renderToStaticMarkup(<NotebookPage />);
    expect(html).toContain('<h1');
    expect(html).toMatch(/data-needs-scripting[^>]*>Opening…/);
    expect(html).toContain('takes JavaScript');
  });
});

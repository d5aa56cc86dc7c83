import { describe, expect, it } from 'vitest';
import type { CellSnapshot } from '@/lib/kernel/state';
import { cellLinks } from './cell-links';
import { cellMap } from './cell-map';
import { initialSnapshot } from './initial-snapshot';

const TITLES = { load: 'Load', build: 'Build', train: 'Train', evaluate: 'Evaluate' };
const start = initialSnapshot(
  Object.entries(TITLES).map(([id, title]) => ({ id, title, code: '' })),
);

/** Load gives features and labels; Build a model, which Train trains; Evaluate reads all of them. */
function page(changes: Record<string, Partial<CellSnapshot>> = {}) {
  const facts: Record<string, Partial<CellSnapshot>> = {
    load: { state: 'done', defines: ['features', 'labels'] },
    build: { state: 'done', defines: ['model'] },
    train: {
      state: 'stale',
      inputs: { model: 'build', features: 'load', labels: 'load' },
      parents: ['build', 'load'],
      mutates: [{ cell: 'build', name: 'model', how: 'trains' }],
    },
    evaluate: {
      inputs: { model: 'build', labels: 'load' },
      parents: ['train', 'build', 'load'],
    },
  };
  const cells = Object.fromEntries(
    Object.entries(start.cells).map(([id, cell]) => [
      id,
      { ...cell, ...facts[id], ...changes[id] },
    ]),
  );
  return { order: start.order, cells };
}

const words = ({ from, kind, to, names }: ReturnType<typeof cellLinks>[number]) =>
  `${from} ${kind} ${to}: ${names.join(' ')}`;

describe('cellLinks', () => {
  it('joins the names that go from one cell to another', () => {
    const { order, cells } = page();
    expect(cellLinks(order, cells).map(words)).toEqual([
      'build reads train: model',
      'load reads train: features labels',
      'train trains build: model',
      'build reads evaluate: model',
      'load reads evaluate: labels',
      'train follows evaluate: model',
    ]);
  });

  it('does not let a cell follow one that comes after it, nor one that changes something else', () => {
    const { cells } = page();
    const before = cellLinks(['load', 'build', 'evaluate', 'train'], cells);
    expect(before.map(words).filter((text) => text.includes('follows'))).toEqual([]);
    const other = page({
      train: { mutates: [{ cell: 'load', name: 'features', how: 'disposes' }] },
    });
    expect(cellLinks(other.order, other.cells).map(words)).toContain(
      'train disposes load: features',
    );
    expect(cellLinks(other.order, other.cells).some(({ kind }) => kind === 'follows')).toBe(false);
  });

  it('leaves out cells that are not on the page any more', () => {
    const { order, cells } = page();
    const { load, ...rest } = cells;
    expect(load).toBeDefined();
    const links = cellLinks(order, rest);
    expect(links.some(({ from, to }) => from === 'load' || to === 'load')).toBe(false);
    expect(links).toHaveLength(4);
  });
});

describe('cellMap', () => {
  const [load, build, train, evaluate] = cellMap(page()).cells;

  it('tells each cell in sentences', () => {
    expect(load?.sentence).toBe('Load, fresh. Feeds “Train” and “Evaluate”.');
    expect(build?.sentence).toBe('Build, fresh. Feeds “Train” and “Evaluate”.');
    expect(train?.sentence).toBe(
      'Train, stale. Reads model from “Build” and features and labels from “Load”. Trains model of “Build”. Feeds “Evaluate”.',
    );
    expect(evaluate?.sentence).toBe(
      'Evaluate, never run. Reads model from “Build”, labels from “Load” and model as “Train” leaves it.',
    );
  });

  it('sums each cell up by names', () => {
    expect(load?.summary).toBe('declares features, labels');
    expect(train?.summary).toBe('reads model, features, labels; trains model');
    expect(evaluate?.summary).toBe('reads model, labels');
  });
});

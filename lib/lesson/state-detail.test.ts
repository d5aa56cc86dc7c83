import { describe, expect, it } from 'vitest';
import type { CellSnapshot, StaleReason } from '@/lib/kernel/state';
import type { Mutation } from '@/lib/protocol';
import { cellWord } from './cell-word';
import { initialSnapshot } from './initial-snapshot';
import { mutationWords } from './mutation-words';
import { staleWords } from './stale-words';
import { stateDetail } from './state-detail';

const { cells } = initialSnapshot(
  ['load', 'split', 'train'].map((id) => ({ id, title: `The ${id}`, code: '' })),
);

function lesson(changes: Record<string, Partial<CellSnapshot>>): Record<string, CellSnapshot> {
  return Object.fromEntries(
    Object.entries(cells).map(([id, cell]) => [id, { ...cell, ...changes[id] }]),
  );
}

const trains = (name: string, cell: string): Mutation => ({ cell, name, how: 'trains' });

describe('stateDetail of a cell that never ran', () => {
  it('names the one cell that runs first', () => {
    const now = lesson({ load: { state: 'stale' }, split: { parents: ['load'] } });
    expect(stateDetail(now, 'split')).toBe('runs “The load” first');
  });

  it('counts ancestors once, however many ways lead to them, and only unready ones', () => {
    const parents = { split: { parents: ['load'] }, train: { parents: ['split', 'load'] } };
    expect(stateDetail(lesson(parents), 'train')).toBe('runs 2 cells before it');
    const ready = lesson({ ...parents, load: { state: 'done' } });
    expect(stateDetail(ready, 'train')).toBe('runs “The split” first');
  });

  it('names the cell without which it can not run, because that has failed', () => {
    const now = lesson({
      load: { state: 'error' },
      split: { parents: ['load'] },
      train: { parents: ['split'] },
    });
    expect(stateDetail(now, 'train')).toBe('needs “The load”, which failed');
  });

  it('ends on cells that read each other', () => {
    const loop = lesson({ load: { parents: ['split'] }, split: { parents: ['load'] } });
    expect(stateDetail(loop, 'load')).toBe('runs “The split” first');
  });

  it('says what it will train, and whether it runs by itself, when nothing has to run first', () => {
    const now = lesson({
      split: { mutates: [trains('model', 'load')], automatic: true },
      train: { automatic: true },
    });
    expect(stateDetail(now, 'split')).toBe('trains `model` of “The load”');
    expect(stateDetail(now, 'train')).toBe('runs by itself');
  });
});

const EDITED: StaleReason = { kind: 'edited' };

describe('stateDetail of a cell that ran', () => {
  it('says why a stale one is, though others would run first', () => {
    const now = lesson({
      load: { state: 'stale', because: { kind: 'edited' } },
      split: { state: 'stale', parents: ['load'], because: { kind: 'input', cell: 'load' } },
    });
    expect(stateDetail(now, 'load')).toBe('edited since');
    expect(stateDetail(now, 'split')).toBe('“The load” changed');
  });

  /** The word and what follows it, as the bar has them. */
  const phrase = (now: ReturnType<typeof lesson>, id: string) =>
    `${cellWord(now, id)} ${stateDetail(now, id)}`.trim();

  it('counts the runs on one model, the first one too, and is not just fresh then', () => {
    const mutates = [trains('model', 'load')];
    const once = lesson({ train: { state: 'done', mutates, trainedOn: 0 } });
    expect(phrase(once, 'train')).toBe('fresh trains `model` of “The load”');
    const twice = lesson({ train: { state: 'done', mutates, trainedOn: 1 } });
    expect(phrase(twice, 'train')).toBe('trained 2 times on one `model`');
    const both = [...mutates, trains('critic', 'split')];
    const gan = lesson({ train: { state: 'done', mutates: both, trainedOn: 2 } });
    expect(phrase(gan, 'train')).toBe('trained 3 times on the same `model` and `critic`');
    const stale = lesson({ train: { state: 'stale', mutates, trainedOn: 1, because: EDITED } });
    expect(phrase(stale, 'train')).toBe('stale edited since');
  });

  it('says from where training went on, also of what stands on it', () => {
    const done = { state: 'done' } as const;
    const branches = { steps: [0, 5, 12], stepName: 'epoch' };
    const one = lesson({
      load: { ...done, branches, branchedAt: [5, 12] },
      split: { ...done, parents: ['load'] },
    });
    expect(phrase(one, 'load')).toBe('branched at epochs 5 and 12');
    expect(phrase(one, 'split')).toBe('after a branch in “The load”');
    expect(phrase(lesson({ load: { ...done, branches, branchedAt: [5] } }), 'load')).toBe(
      'branched at epoch 5',
    );
  });

  it('says of a cell that stands on a model trained on that it does, also indirectly', () => {
    const done = { state: 'done' } as const;
    const after = { split: { ...done, parents: ['load'] }, train: { ...done, parents: ['split'] } };
    const one = lesson({ ...after, load: { ...done, trainedOn: 1 } });
    expect(phrase(one, 'train')).toBe('after 2 trainings in “The load”');
    const two = lesson({
      load: { ...done, trainedOn: 1 },
      split: { ...done, parents: ['load'], mutates: [trains('m', 'load')], trainedOn: 2 },
      train: { ...done, parents: ['split'] },
    });
    expect(phrase(two, 'split')).toBe('trained 3 times on one `m`');
    expect(phrase(two, 'train')).toBe('after 5 trainings in “The split” and “The load”');
    expect(phrase(lesson({ ...after, load: done }), 'train')).toBe('fresh');
  });

  it('is silent on a fresh, a busy and an unknown one, and tells how a stopped one goes on', () => {
    const now = lesson({
      load: { state: 'done' },
      split: { state: 'running', mutates: [trains('model', 'load')] },
      train: { state: 'stopped', automatic: true },
    });
    expect(stateDetail(now, 'load')).toBe('');
    expect(stateDetail(now, 'split')).toBe('');
    expect(stateDetail(now, 'gone')).toBe('');
    expect(stateDetail(now, 'train')).toBe('runs by itself again after Run');
  });
});

describe('stateDetail of a cell whose names clash', () => {
  const conflict = {
    name: 'DeclaredTwice',
    message: '`x` is also declared in the cell “No. 2”. Give one of them another name.',
    stack: [],
  };

  it.each(['idle', 'stale', 'stopped'] as const)('says which cell it clashes with: %s', (state) => {
    const now = lesson({ load: { state, conflict, because: EDITED, leftOver: true } });
    expect(stateDetail(now, 'load')).toBe('can’t run: `x` is also declared in the cell “No. 2”');
  });

  it('leaves it to the error where that is shown', () => {
    expect(stateDetail(lesson({ load: { state: 'error', conflict } }), 'load')).toBe('');
  });
});

it('tells what a stopped run has left of the one before', () => {
  const now = lesson({ load: { state: 'stopped', leftOver: true, automatic: true } });
  expect(stateDetail(now, 'load')).toBe('what it shows is from the run before');
});

describe('staleWords', () => {
  const now = lesson({
    load: { state: 'error' },
    split: { state: 'running', mutates: [{ cell: 'load', name: 'xs', how: 'disposes' }] },
    train: { mutates: [trains('model', 'load')] },
  });
  const reasons: [StaleReason, string][] = [
    [{ kind: 'input', cell: 'load' }, '“The load” failed'],
    [{ kind: 'input', cell: 'split' }, '“The split” is running'],
    [{ kind: 'input', cell: 'train' }, '“The train” has not run'],
    [{ kind: 'input', cell: 'gone' }, 'a cell that is gone changed'],
    [{ kind: 'restarted' }, 'variables are gone'],
    [{ kind: 'control', label: 'Learning rate' }, 'Learning rate moved'],
    [{ kind: 'steered', label: 'Learning rate' }, 'Learning rate was moved while it ran'],
    [{ kind: 'before' }, 'from an earlier visit'],
    [{ kind: 'deleted' }, 'from before it was deleted'],
    [{ kind: 'mutated', name: 'model', cell: 'train' }, '`model` was trained by “The train” since'],
    [{ kind: 'mutated', name: 'xs', cell: 'split' }, '`xs` was disposed by “The split” since'],
  ];

  it.each(reasons)('puts %j in words', (because, words) => {
    expect(staleWords(because, now)).toBe(words);
  });
});

describe('mutationWords', () => {
  it('groups names by the cell that they belong to, and trained ones before disposed ones', () => {
    const words = mutationWords(
      [
        { cell: 'split', name: 'xs', how: 'disposes' },
        trains('a', 'load'),
        trains('c', 'split'),
        trains('b', 'load'),
      ],
      cells,
    );
    expect(words).toBe(
      'trains `a` and `b` of “The load” and `c` of “The split”; disposes `xs` of “The split”',
    );
  });

  it('counts what would make the line long', () => {
    const many = ['a', 'b', 'c', 'd'].map((name) => trains(name, 'load'));
    expect(mutationWords(many, cells)).toBe('trains `a`, `b` and 2 more of “The load”');
    expect(mutationWords([], cells)).toBe('');
  });
});

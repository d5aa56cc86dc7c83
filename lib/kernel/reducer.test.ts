import * as notebook from '@/lib/notebook';
import { describe, expect, it } from 'vitest';
import type { Action } from './actions';
import { isFresh } from './freshness';
import { initialState, type State } from './model';
import { reduce } from './reducer';
import { nextStep, queuedCells } from './schedule';
import { snapshotOf } from './snapshot';
import { DONE, STOPPED } from './testing/fake-sandbox';
import { LESSON } from './testing/fake-world';

const specs = Object.entries(LESSON).map(([id, code]) => ({ id, title: id, code }));
const start = () => initialState(specs, 'own-origin');
const after = (state: State, ...actions: Action[]) => actions.reduce(reduce, state);

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}

const sent: Action[] = [
  { type: 'notebook', notebook },
  { type: 'request', targets: ['train'], forced: ['train'], scope: [], on: false },
  { type: 'send', request: 1, cell: 'load', anew: false },
];

describe('reduce', () => {
  it('changes no state that it was given', () => {
    const actions: Action[] = [
      ...sent,
      { type: 'outputs', run: 1, outputs: [{ kind: 'text', text: 'a' }] },
      { type: 'finish', run: 1, outcome: DONE },
      { type: 'edit', cell: 'load', code: 'const rows = 2;' },
      { type: 'replaced', message: 'Gone.', end: { status: 'stopped' } },
    ];
    const end = actions.reduce((state, action) => freeze(reduce(state, action)), freeze(start()));
    expect(end.cells['load']?.code).toBe('const rows = 2;');
  });

  it('returns the same state for what changes nothing', () => {
    const state = after(start(), ...sent);
    const nothing: Action[] = [
      { type: 'edit', cell: 'load', code: LESSON.load },
      { type: 'choose', choice: 'auto' },
      { type: 'finish', run: 99, outcome: STOPPED },
      { type: 'outputs', run: 99, outputs: [{ kind: 'text', text: 'a' }] },
      { type: 'progress', run: 99, progress: { done: 1, total: 2, label: '' } },
      { type: 'outputs', run: 1, outputs: [] },
    ];
    for (const action of nothing) expect(reduce(state, action)).toBe(state);
  });

  it('plans anew at each step', () => {
    const state = after(start(), ...sent, { type: 'finish', run: 1, outcome: DONE });
    expect(nextStep(state)).toEqual({ type: 'send', request: 1, cell: 'train', anew: false });
    expect([...queuedCells(state)]).toEqual(['train']);
    expect(isFresh(state, 'load')).toBe(true);
  });
});

describe('snapshotOf', () => {
  it('keeps cells, and itself, while nothing changes', () => {
    const state = after(start(), ...sent);
    const first = snapshotOf(state, null);
    expect(snapshotOf({ ...state, lastRequest: 9 }, first)).toBe(first);
    const other = snapshotOf(reduce(state, { type: 'choose', choice: 'cpu' }), first);
    expect(other).not.toBe(first);
    expect(other.cells).toBe(first.cells);
  });

  it('is quick on a long lesson in which each cell reads all the former ones', () => {
    const cells = Array.from({ length: 30 }, (_, i) => ({
      id: `c${i}`,
      title: '',
      code: `const v${i} = [${Array.from({ length: i }, (_, j) => `v${j}`).join(', ')}];`,
    }));
    let state = after(
      initialState(cells, 'own-origin'),
      { type: 'notebook', notebook },
      { type: 'request', targets: cells.map(({ id }) => id), forced: [], scope: [], on: false },
    );
    for (let step = nextStep(state); step !== null; step = nextStep(state)) {
      state = after(state, step, { type: 'finish', run: state.lastRun + 1, outcome: DONE });
    }
    const began = performance.now();
    const states = Object.values(snapshotOf({ ...state }, null).cells).map((cell) => cell.state);
    expect(new Set(states)).toEqual(new Set(['done']));
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

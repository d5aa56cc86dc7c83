import { describe, expect, it } from 'vitest';
import * as notebook from '@/lib/notebook';
import type { Action } from './actions';
import { initialState } from './model';
import { reduce } from './reducer';
import { nextStep } from './schedule';
import { DONE, FAILED, STOPPED } from './testing/fake-sandbox';
import { AS_WRITTEN, TRAINED, World, settle } from './testing/fake-world';

async function ready(cells: Record<string, string> = TRAINED) {
  const world = new World({ cells });
  world.kernel.runAll();
  await settle();
  world.finishAll(AS_WRITTEN);
  return world;
}

async function press(world: World, button: () => void) {
  const before = world.sent.length;
  button();
  await settle();
  world.finishAll(AS_WRITTEN);
  return world.sent.slice(before);
}

const trains = { cell: 'build', name: 'model', how: 'trains' } as const;

describe('training the model of another cell', () => {
  it('leaves all fresh that ran in the order of the page', async () => {
    const world = await ready();
    expect(world.states).toEqual(['done', 'done', 'done', 'done']);
    expect(world.cell('train').mutates).toEqual([trains]);
    expect(world.cell('after').parents).toEqual(['train', 'build']);
    expect(world.cell('before').parents).toEqual(['build']);
  });

  it('is foreseen from the code before it has run', async () => {
    const world = new World({ cells: TRAINED });
    world.kernel.warm();
    await settle();
    expect(world.cell('train').mutates).toEqual([trains]);
    expect(await press(world, () => world.kernel.run('after'))).toEqual([
      'build',
      'train',
      'after',
    ]);
  });

  it('again makes the model anew first, and what stands on it stale', async () => {
    const world = await ready();
    world.kernel.run('train');
    expect(world.states).toEqual(['running', 'stale', 'queued', 'stale']);
    world.worker.finish();
    expect(world.states).toEqual(['done', 'stale', 'running', 'stale']);
    world.finishAll(AS_WRITTEN);
    expect(world.sent.slice(4)).toEqual(['build', 'train']);
    expect(world.states).toEqual(['done', 'stale', 'done', 'stale']);
    expect(world.cell('after').because).toEqual({ kind: 'mutated', name: 'model', cell: 'train' });
    expect(await press(world, () => world.kernel.run('after'))).toEqual(['after']);
    // What reads the untrained model can't be had again without making that anew.
    expect(await press(world, () => world.kernel.runStale())).toEqual([
      'build',
      'before',
      'train',
      'after',
    ]);
    expect(world.states).toEqual(['done', 'done', 'done', 'done']);
  });

  it('is not undone by running again what comes after it', async () => {
    const world = await ready();
    expect(await press(world, () => world.kernel.run('after'))).toEqual(['after']);
    expect(world.states).toEqual(['done', 'done', 'done', 'done']);
  });

  it('is waited for, not done over, by what is asked for meanwhile', async () => {
    const world = await ready();
    world.kernel.run('train');
    world.worker.finish();
    world.kernel.run('after');
    expect(world.states).toEqual(['done', 'stale', 'running', 'queued']);
    world.finishAll(AS_WRITTEN);
    expect(world.sent.slice(4)).toEqual(['build', 'train', 'after']);
  });

  it('is undone for what comes before it', async () => {
    const world = await ready();
    expect(await press(world, () => world.kernel.run('before'))).toEqual(['build', 'before']);
    expect(world.states).toEqual(['done', 'done', 'stale', 'stale']);
  });

  it('is done again by Run all where a cell before it had to see the model anew', async () => {
    const world = await ready();
    world.kernel.edit('before', 'display(model.score);');
    expect(await press(world, () => world.kernel.runAll())).toEqual([
      'build',
      'before',
      'train',
      'after',
    ]);
    expect(world.states).toEqual(['done', 'done', 'done', 'done']);
  });

  it('that was stopped or failed begins with a new model', async () => {
    for (const outcome of [STOPPED, FAILED]) {
      const world = await ready();
      await world.run('train');
      world.worker.finish();
      world.worker.finish({ ...outcome, mutations: [trains] });
      expect(await press(world, () => world.kernel.run('after'))).toEqual([
        'build',
        'train',
        'after',
      ]);
    }
  });

  it('does not count any more when its code does not do it, or it is gone', async () => {
    const edited = await ready();
    edited.kernel.edit('train', 'const nothing = 1;');
    expect(edited.cell('after').state).toBe('stale');
    expect(await press(edited, () => edited.kernel.run('after'))).toEqual(['build', 'after']);
    const removed = await ready();
    removed.kernel.remove('train');
    expect(removed.cell('after').because).toEqual({
      kind: 'mutated',
      name: 'model',
      cell: 'train',
    });
    expect(await press(removed, () => removed.kernel.run('after'))).toEqual(['build', 'after']);
  });

  it('counts by the order of the page', async () => {
    const world = await ready();
    world.kernel.move('after', 1);
    expect(world.cell('after').state).toBe('stale');
    expect(await press(world, () => world.kernel.run('after'))).toEqual(['build', 'after']);
  });

  it('of a cell that may do more than it did is waited for', async () => {
    const cells = { ...TRAINED, train: 'if (go) model.fit(1);', go: 'const go = false;' };
    const world = new World({ cells });
    world.kernel.runAll();
    await settle();
    world.finishAll();
    expect(world.cell('train').mutates).toEqual([]);
    expect(world.cell('after').state).toBe('done');
    world.kernel.edit('go', 'const go = true;');
    expect(world.cell('after').state).toBe('stale');
  });
});

describe('a change that the code does not show', () => {
  const HIDDEN = { ...TRAINED, train: 'improve(1);', tool: 'function improve(n) { model.fit(n) }' };

  it('is known once it has happened', async () => {
    const world = new World({ cells: HIDDEN });
    await world.complete('after');
    expect(world.cell('after').state).toBe('done');
    await world.run('train');
    world.finishAll(AS_WRITTEN);
    expect(world.cell('after').because).toEqual({ kind: 'mutated', name: 'model', cell: 'train' });
    expect(await press(world, () => world.kernel.run('train'))).toEqual(['build', 'tool', 'train']);
  });

  it('is still expected of a run that was stopped before it', async () => {
    const world = await ready(HIDDEN);
    await world.run('train');
    world.worker.finish();
    world.worker.finish();
    world.worker.finish(STOPPED);
    expect(world.cell('train')).toMatchObject({ state: 'stopped', mutates: [trains] });
    expect(await press(world, () => world.kernel.run('after'))).toContain('train');
  });

  it('is found on the way, and then made again in its place', async () => {
    const cells = {
      build: TRAINED.build,
      tool: 'const improve = improverOf(model);',
      first: 'const d = improve(1);',
      second: 'await model.fit(2);',
      after: 'display(model.score + d);',
    };
    const endings = {
      first: { mutations: [trains] },
      second: { mutations: [trains] },
    };
    const world = new World({ cells });
    await world.complete('tool');
    await world.run('second');
    world.finishAll(endings);
    await world.run('after');
    world.finishAll(endings);
    expect(world.sent).toEqual([
      ...['build', 'tool', 'second'],
      ...['first', 'build', 'tool', 'first', 'second', 'after'],
    ]);
    expect(world.states).toEqual(['done', 'done', 'done', 'done', 'done']);
  });

  it('is seen by what reads the model through a function', async () => {
    const cells = {
      ...TRAINED,
      before: 'const ask = () => model.score;',
      after: 'display(ask());',
    };
    const world = await ready(cells);
    expect(world.cell('after').parents).toEqual(['train', 'before', 'build']);
    expect(await press(world, () => world.kernel.run('train'))).toEqual(['build', 'train']);
    expect(world.states).toEqual(['done', 'stale', 'done', 'stale']);
  });
});

it('is seen through a function whose code was edited while it was made, and came back', async () => {
  const cells = { ...TRAINED, before: 'const ask = () => model.score;', after: 'display(ask());' };
  const world = new World({ cells });
  await world.run('after');
  world.worker.finish();
  world.kernel.edit('before', 'const ask = 1;');
  world.finishAll();
  world.kernel.reset('before');
  const { because } = world.cell('after');
  expect(because).toEqual({ kind: 'input', cell: 'train' });
});

describe('train on', () => {
  it('runs the cell alone, counts, and makes stale what comes after', async () => {
    const world = await ready();
    expect(await press(world, () => world.kernel.trainOn('train'))).toEqual(['train']);
    expect(world.states).toEqual(['done', 'done', 'done', 'stale']);
    expect(world.cell('train').trainedOn).toBe(1);
    expect(world.cell('after').because).toEqual({ kind: 'mutated', name: 'model', cell: 'train' });
    await press(world, () => world.kernel.trainOn('train'));
    expect(world.cell('train').trainedOn).toBe(2);
    expect(await press(world, () => world.kernel.run('after'))).toEqual(['after']);
    expect(world.states).toEqual(['done', 'done', 'done', 'done']);
  });

  it('is over with the next run, which makes the model anew', async () => {
    const world = await ready();
    await press(world, () => world.kernel.trainOn('train'));
    expect(await press(world, () => world.kernel.run('train'))).toEqual(['build', 'train']);
    expect(world.cell('train').trainedOn).toBe(0);
  });

  it('is a run where there is nothing to go on from', async () => {
    const world = await ready();
    world.kernel.edit('train', 'await model.fit(2);');
    expect(await press(world, () => world.kernel.trainOn('train'))).toEqual(['build', 'train']);
    expect(world.cell('train').trainedOn).toBe(0);
    expect(await press(world, () => world.kernel.trainOn('before'))).toEqual(['build', 'before']);
  });
});

it('gives up what would be made anew again and again, and says so', () => {
  const specs = Object.entries(TRAINED).map(([id, code]) => ({ id, title: id, code }));
  const ask = { forced: ['before'], scope: [], on: false };
  const actions: Action[] = [
    { type: 'notebook', notebook },
    ...Object.keys(TRAINED).flatMap((cell, i): Action[] => [
      { type: 'send', request: 0, cell, anew: false },
      {
        type: 'finish',
        run: i + 1,
        outcome: { ...DONE, mutations: cell === 'train' ? [trains] : [] },
      },
    ]),
    { type: 'request', targets: ['before'], ...ask },
  ];
  const state = actions.reduce(reduce, initialState(specs, 'own-origin'));
  expect(nextStep(state)).toEqual({ type: 'send', request: 1, cell: 'build', anew: true });
  const requests = state.requests.map((request) => ({ ...request, remade: ['build', 'build'] }));
  const step = nextStep({ ...state, requests });
  expect(step).toEqual({ type: 'drop', request: 1, target: 'before', futile: true });
  const dropped = reduce({ ...state, requests }, step!);
  expect(dropped.requests).toEqual([]);
  expect(dropped.message).toMatch(/^“before” was not run: the cells that it needs keep changing/);
});

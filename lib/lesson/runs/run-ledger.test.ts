import { describe, expect, it } from 'vitest';
import type { CellSnapshot } from '@/lib/kernel/state';
import type { Control, FrameData } from '@/lib/protocol';
import { fakeKernel } from '../testing/fake-kernel';
import { RunLedger } from './run-ledger';
import type { RunRecord } from './run-record';
import type { RunStore } from './run-store';

const BUILD = `const model = tf.sequential();
model.add(tf.layers.dense({ units: 4, inputShape: [2] }));
model.compile({ optimizer: tf.train.adam(rate), loss: 'meanSquaredError' });`;
const TRAIN = 'await model.fit(xs, ys, { epochs: 2, callbacks: watch(model) });';

const RATE: Control = {
  kind: 'slider',
  ...{ key: 'Rate', name: 'rate', label: 'Rate' },
  ...{ min: 0, max: 1, step: 0.01, scale: 'linear', value: 0.5 },
};

function memoryStore(kept: RunRecord[] = []): RunStore & { kept: Map<string, RunRecord> } {
  const records = new Map(kept.map((record) => [record.id, record]));
  return {
    kept: records,
    read: (page) => Promise.resolve([...records.values()].filter((record) => record.page === page)),
    write: (record) => Promise.resolve(void records.set(record.id, record)),
    remove: (id) => Promise.resolve(void records.delete(id)),
  };
}

let ids = 0;

async function open(store = memoryStore()) {
  const { kernel, change } = fakeKernel([
    { id: 'build', title: 'Build', code: BUILD },
    { id: 'train', title: 'Train', code: TRAIN },
    { id: 'other', title: 'Other', code: 'show.curve({ loss: [1] })' },
  ]);
  change('build', {
    outputs: [{ kind: 'control', control: RATE }],
    controls: { Rate: 0.01 },
  });
  change('train', { parents: ['build'] });
  const ledger = new RunLedger(
    {
      page: { id: 'lesson', seed: 7 },
      getSnapshot: () => ({ kernel: kernel.getSnapshot() }),
      subscribe: kernel.subscribe,
    },
    { store, now: () => 1000 + ids, newId: () => `id-${(ids += 1)}` },
  );
  await ledger.open();
  let runs = 0;
  /** A run of the cell from its beginning to its end, with a loss for each epoch. */
  const run = (cell: string, losses: number[], end: Partial<CellSnapshot> = {}) => {
    runs += 1;
    change(cell, { state: 'running', run: runs, ms: null, error: null });
    const id = 'figure-1';
    const figure = { id, kind: 'curve' as const, title: 'T', caption: '', stepName: 'epoch' };
    const frames = losses.map((loss, i) => {
      const data: FrameData['curve'] = { values: { loss } };
      return { figure: id, kind: 'curve' as const, step: i + 1, data };
    });
    const figures = { [id]: { figure, frames } };
    change(cell, { state: 'done', ms: 12, device: 'wasm', figures, ...end });
  };
  return { ledger, change, run, store, runs: () => ledger.getSnapshot().runs['train'] ?? [] };
}

describe('the ledger of runs', () => {
  it('keeps each run of a cell that trains, with what it was set to and how it went', async () => {
    const { run, runs, store } = await open();
    run('train', [0.5, 0.25]);
    expect(runs()).toMatchObject([
      {
        ...{ number: 1, page: 'lesson', cell: 'train', status: 'done', ms: 12, device: 'wasm' },
        ...{ seed: 7, stepName: 'epoch', branchedAt: [] },
        points: [
          { step: 1, values: { loss: 0.5 } },
          { step: 2, values: { loss: 0.25 } },
        ],
      },
    ]);
    expect(Object.fromEntries(runs()[0]!.settings)).toMatchObject({
      units: '4',
      optimizer: 'adam',
      learningRate: '0.01',
      epochs: '2',
      Rate: '0.01',
    });
    expect([...store.kept.values()]).toEqual(runs());
  });

  it('keeps no run of a cell that only draws, and each run once', async () => {
    const { ledger, run, runs, change } = await open();
    run('other', [1]);
    run('train', [1]);
    change('train', { controls: {} });
    expect(ledger.getSnapshot().runs['other']).toBeUndefined();
    expect(runs()).toHaveLength(1);
  });

  it('says how a run ended', async () => {
    const { run, runs } = await open();
    run('train', [1], { state: 'stopped' });
    run('train', [1], { error: { name: 'Error', message: 'No.', stack: [] }, state: 'error' });
    run('train', [1], { branchedAt: [1] });
    expect(runs().map(({ status }) => status)).toEqual(['stopped', 'error', 'done']);
    expect(runs()[2]).toMatchObject({ number: 3, branchedAt: [1] });
  });

  it('goes on counting on the next visit, and after a deletion', async () => {
    const { run, store } = await open();
    run('train', [1]);
    run('train', [1]);
    const next = await open(store);
    next.ledger.delete(next.runs()[1]!);
    next.run('train', [1]);
    expect(next.runs().map(({ number }) => number)).toEqual([1, 3]);
    expect([...store.kept.values()].map(({ number }) => number).sort()).toEqual([1, 3]);
  });

  it('brings a deleted run back with its name', async () => {
    const { ledger, run, runs, store } = await open();
    run('train', [1]);
    ledger.rename(runs()[0]!, ' wide ');
    ledger.pin(runs()[0]!, true);
    ledger.delete(runs()[0]!);
    expect([runs().length, store.kept.size]).toEqual([0, 0]);
    ledger.undoDelete();
    expect(runs()).toMatchObject([{ number: 1, name: 'wide', pinned: true }]);
    expect(ledger.getSnapshot().deleted).toBeNull();
    expect(store.kept.size).toBe(1);
  });

  it('makes room by leaving out the oldest, but none that is pinned', async () => {
    const { ledger, run, runs, store } = await open();
    run('train', [1]);
    ledger.pin(runs()[0]!, true);
    for (let i = 0; i < 42; i++) run('train', [1]);
    expect(runs()).toHaveLength(41);
    expect(runs().map(({ number }) => number).slice(0, 2)).toEqual([1, 4]); // prettier-ignore
    expect(store.kept.size).toBe(41);
  });

  it('goes on without a place to keep runs, and says so', async () => {
    const refuses = () => Promise.reject(new Error('no room'));
    const store = { ...memoryStore(), read: refuses, write: refuses };
    const { ledger, run, runs } = await open(store);
    run('train', [1]);
    expect(runs()).toHaveLength(1);
    expect(ledger.getSnapshot().refused).toContain('no room');
  });
});

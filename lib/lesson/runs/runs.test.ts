import { describe, expect, it } from 'vitest';
import { runCurves } from './run-curves';
import type { RunRecord } from './run-record';
import { lastValues, originOf, runsFile, runsTable } from './runs-table';
import { spareRuns } from './spare-runs';

const run = (number: number, change: Partial<RunRecord> = {}): RunRecord => ({
  id: `id-${number}`,
  ...{ page: 'lesson', cell: 'train', number, at: Date.UTC(2026, 10, 29, 12, number) },
  ...{ status: 'done', ms: 1500, device: 'wasm', seed: 1, codeHash: 'a', stepName: 'epoch' },
  settings: [['epochs', '30'], ['batchSize', '32']], // prettier-ignore
  ...{ branchedAt: [], trainedOn: 0, name: '', pinned: false },
  points: [
    { step: 1, values: { val_loss: 0.6, loss: 0.5 } },
    { step: 2, values: { loss: 0.25 } },
  ],
  ...change,
});

describe('runs side by side', () => {
  const slow = run(2, { settings: [['epochs', '30'], ['batchSize', '8'], ['rate', '0.1']] }); // prettier-ignore

  it('show the settings that differ, and say once those that do not', () => {
    expect(runsTable([run(1), slow])).toEqual({
      differing: ['batchSize', 'rate'],
      common: [['epochs', '30']],
      metrics: ['loss', 'val_loss'],
    });
    expect(runsTable([run(1)]).differing).toEqual([]);
  });

  it('end with the last value that each metric had', () => {
    expect(lastValues(run(1))).toEqual({ loss: 0.25, val_loss: 0.6 });
  });

  it('say how they came about', () => {
    expect(originOf(run(1))).toBe('');
    expect(originOf(run(1, { branchedAt: [5, 12] }))).toBe('branched at epoch 5, 12');
    expect(originOf(run(1, { trainedOn: 1 }))).toBe('trained 2 times');
  });

  it('are a table for a file', () => {
    const { columns, rows } = runsFile([run(1, { name: 'first' }), slow]);
    expect(columns.join()).toBe(
      'run,name,ended,status,origin,seconds,device,seed,code,epochs,batchSize,rate,last loss,last val_loss',
    );
    expect(rows[0]).toEqual(
      [1, 'first', '2026-11-29T12:01:00.000Z', 'done', '', 1.5, 'wasm', 1, 'a', '30', '32', null, 0.25, 0.6], // prettier-ignore
    );
    expect(rows[1]?.slice(9, 12)).toEqual(['30', '8', '0.1']);
  });

  it('are drawn as lines, each by its name, where they have the metric', () => {
    const history = runCurves([run(1), run(2, { name: 'b', points: [] })], 'val_loss');
    expect(history?.frames[0]?.data).toMatchObject({
      x: { label: 'epoch' },
      y: { label: 'val_loss' },
      series: [{ name: 'run 1', x: Float32Array.of(1), y: Float32Array.of(0.6) }],
    });
    expect(runCurves([run(1)], 'accuracy')).toBeNull();
  });
});

describe('spareRuns', () => {
  it('are the oldest beyond forty, those that are pinned aside', () => {
    const runs = Array.from({ length: 43 }, (_, i) => run(i + 1, { pinned: i === 0 }));
    expect(spareRuns(runs).map(({ number }) => number)).toEqual([2, 3]);
    expect(spareRuns(runs.slice(0, 41))).toEqual([]);
  });
});

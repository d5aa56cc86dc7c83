import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { RunLedger } from '@/lib/lesson/runs/run-ledger';
import type { RunRecord } from '@/lib/lesson/runs/run-record';
import { initialSnapshot } from '@/lib/lesson/initial-snapshot';
import { curvesFile } from '@/lib/lesson/runs/curves-file';
import { RunsPanel } from './runs-panel';

const run = (number: number, change: Partial<RunRecord> = {}): RunRecord => ({
  id: `id-${number}`,
  ...{ page: 'lesson', cell: 'train', number, at: Date.UTC(2026, 10, 29, 12, number) },
  ...{ status: 'done', ms: 1500, device: 'wasm', seed: 1, codeHash: 'a', stepName: 'epoch' },
  settings: [['epochs', '30']],
  ...{ branchedAt: [], trainedOn: 0, name: '', pinned: false },
  points: [
    { step: 1, values: { val_loss: 0.6, loss: 0.5 } },
    { step: 2, values: { loss: 0.25 } },
  ],
  ...change,
});

const ledger = new RunLedger(
  {
    page: { id: 'lesson', seed: 1 },
    getSnapshot: () => ({ kernel: initialSnapshot([]) }),
    subscribe: () => () => undefined,
  },
  {
    store: {
      read: () => Promise.resolve([]),
      write: () => Promise.resolve(),
      remove: () => Promise.resolve(),
    },
    ...{ now: () => 0, newId: () => '' },
  },
);

function render(...runs: RunRecord[]): string {
  return renderToStaticMarkup(
    <RunsPanel title="Train" runs={runs} deleted={null} refused={null} ledger={ledger} />,
  );
}

const headers = (html: string) =>
  [...html.matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/g)].map(([, text]) =>
    text?.replace(/<[^>]*>/g, ''),
  );

describe('the runs of a cell', () => {
  it('tell above their table what they share, the seed included', () => {
    const html = render(run(1), run(2));
    expect(html).toContain('The same in all: epochs 30 · page’s seed 1');
    expect(html.indexOf('The same in all')).toBeLessThan(html.indexOf('<table'));
    expect(headers(html)).toEqual(['Run ticked: drawn', 'loss', 'val_loss', 'Took', 'Ended']);
  });

  it('have a column for the seed where it differs', () => {
    expect(headers(render(run(1), run(2, { seed: 7 })))).toContain('page’s seed');
  });

  it('are named, pinned and deleted where their number is', () => {
    const [, head] = /<th scope="row"[^>]*>(.*?)<\/th>/.exec(render(run(3))) ?? [];
    for (const name of ['Draw run 3', 'Name of run 3', 'Pin run 3', 'Delete run 3']) {
      expect(head).toContain(`aria-label="${name}"`);
    }
  });

  it('offer their curves only where there are any', () => {
    expect(render(run(1))).toContain('<button type="button">Curves as CSV');
    expect(render(run(1, { points: [] }))).toContain('disabled="">Curves as CSV');
  });
});

describe('their curves in a file', () => {
  it('have a row for each point, and a column for each metric', () => {
    expect(curvesFile([run(1, { name: 'first' }), run(2, { points: [] })])).toEqual({
      caption: 'Curves',
      columns: ['run', 'name', 'epoch', 'loss', 'val_loss'],
      rows: [
        [1, 'first', 1, 0.5, 0.6],
        [1, 'first', 2, 0.25, null],
      ],
    });
  });

  it('name each unit that steps are counted in', () => {
    const { columns } = curvesFile([run(1), run(2, { stepName: 'step' })]);
    expect(columns[2]).toBe('epoch or step');
  });
});

import { describe, expect, it } from 'vitest';
import { renderInLesson } from '@/components/lesson/testing/render-in-lesson';
import type { CellSnapshot } from '@/lib/kernel/state';
import { initialSnapshot } from '@/lib/lesson/initial-snapshot';
import { CellBar } from './cell-bar';

const start = initialSnapshot([
  { id: 'build', title: 'Build', code: '' },
  { id: 'train', title: 'Train', code: '' },
]);

/** The bar of the cell that trains. */
function bar(change: Partial<CellSnapshot>): string {
  const cell = { ...start.cells['train']!, ...change };
  const kernel = { ...start, cells: { ...start.cells, train: cell } };
  return renderInLesson(kernel, <CellBar cell={cell} titleId="title" onRun={() => undefined} />);
}

const words = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

const MUTATES = [{ cell: 'build', name: 'model', how: 'trains' as const }];

describe('CellBar', () => {
  it('offers to train on only after a run that has trained', () => {
    expect(bar({ state: 'done', mutates: MUTATES })).toContain('>Train on</button>');
    expect(bar({ state: 'idle', mutates: MUTATES })).not.toContain('Train on');
    expect(bar({ state: 'stale', mutates: MUTATES })).not.toContain('Train on');
    expect(bar({ state: 'done' })).not.toContain('Train on');
    const disposes = [{ ...MUTATES[0]!, how: 'disposes' as const }];
    expect(bar({ state: 'done', mutates: disposes })).not.toContain('Train on');
  });

  it('lets a cell run by itself that something could make run, and shows which do', () => {
    expect(bar({})).not.toContain('Run by itself');
    expect(bar({ inputs: { model: 'build' } })).toMatch(/<input type="checkbox"\/>.*Run by itself/);
    expect(bar({ automatic: true })).toMatch(/<input[^>]*checked=""\/>.*Run by itself/);
    expect(words(bar({ automatic: true }))).toContain('never run runs by itself');
  });

  it('sets names of variables in the words for its state as code', () => {
    const html = bar({
      state: 'stale',
      because: { kind: 'mutated', name: 'model', cell: 'build' },
    });
    expect(html).toContain('<code>model</code> was trained by “Build” since');
    expect(words(html)).toContain('stale model was trained by “Build” since');
  });
});

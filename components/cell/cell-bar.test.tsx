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

describe('CellBar', () => {
  it('says which cells run by themselves', () => {
    expect(words(bar({ automatic: true }))).toContain('never run runs by itself');
    expect(words(bar({}))).not.toContain('by itself');
  });

  it('sets names of variables in the words for its state as code', () => {
    const html = bar({
      state: 'stale',
      because: { kind: 'mutated', name: 'model', cell: 'build' },
    });
    expect(html).toMatch(/<code[^>]*>model<\/code> was trained by “Build” since/);
    expect(words(html)).toContain('stale model was trained by “Build” since');
  });
});

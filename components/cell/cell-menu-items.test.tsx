import { describe, expect, it } from 'vitest';
import { renderInLesson } from '@/components/lesson/testing/render-in-lesson';
import type { CellSnapshot } from '@/lib/kernel/state';
import { initialSnapshot } from '@/lib/lesson/initial-snapshot';
import { CellMenuItems } from './cell-menu-items';

const start = initialSnapshot([
  { id: 'build', title: 'Build', code: '' },
  { id: 'train', title: 'Train', code: '' },
]);

/** What is in the menu of the cell that trains. */
function menu(change: Partial<CellSnapshot>): string {
  const cell = { ...start.cells['train']!, ...change };
  const kernel = { ...start, cells: { ...start.cells, train: cell } };
  return renderInLesson(kernel, <CellMenuItems cell={cell} onDone={() => undefined} />);
}

const MUTATES = [{ cell: 'build', name: 'model', how: 'trains' as const }];

describe('CellMenuItems', () => {
  it('always offers to run what comes before, too', () => {
    expect(menu({})).toContain('>Run to here</button>');
  });

  it('offers to train on only after a run that has trained', () => {
    expect(menu({ state: 'done', mutates: MUTATES })).toContain('>Train on</button>');
    expect(menu({ state: 'idle', mutates: MUTATES })).not.toContain('Train on');
    expect(menu({ state: 'stale', mutates: MUTATES })).not.toContain('Train on');
    expect(menu({ state: 'done' })).not.toContain('Train on');
    const disposes = [{ ...MUTATES[0]!, how: 'disposes' as const }];
    expect(menu({ state: 'done', mutates: disposes })).not.toContain('Train on');
  });

  it('lets a cell run by itself that something could make run', () => {
    expect(menu({})).not.toContain('Run by itself');
    expect(menu({ inputs: { model: 'build' } })).toMatch(
      /<input type="checkbox"\/>.*Run by itself/,
    );
    expect(menu({ automatic: true })).toMatch(/<input[^>]*checked=""\/>.*Run by itself/);
  });
});

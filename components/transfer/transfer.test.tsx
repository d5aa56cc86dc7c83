import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LessonContext } from '@/components/lesson/use-lesson';
import type { CellSnapshot } from '@/lib/kernel/state';
import { initialSnapshot } from '@/lib/lesson/initial-snapshot';
import { LessonStore } from '@/lib/lesson/lesson-store';
import type { RunningLesson } from '@/lib/lesson/running-lesson';
import { EditedMark } from './edited-mark';
import { lessonSource } from './lesson-source';
import { LessonTransfer } from './lesson-transfer';
import { SharedCode } from './shared-code';

const CELLS = [
  { id: 'load', title: 'Load', code: 'load();' },
  { id: 'train', title: 'Train', code: 'train();' },
];
const ABOUT = { slug: 'networks', title: 'Networks', seed: 1 };

describe('what a lesson’s page has of it from the start', () => {
  it('is the name of the menu, and nothing of its content', () => {
    const html = renderToStaticMarkup(<LessonTransfer {...ABOUT} />);
    expect(html).toMatch(/<summary[^>]*>Share and save</);
    expect(html).not.toContain('<button');
  });

  it('is no word of a link', () => {
    expect(renderToStaticMarkup(<SharedCode slug="networks" />)).toBe('');
  });
});

describe('the mark of an edited cell', () => {
  const render = (shared: boolean, change: Partial<CellSnapshot>) => {
    const store = new LessonStore({ ...ABOUT, cells: CELLS });
    const snapshot = { ...store.getServerSnapshot(), shared };
    const page: RunningLesson = Object.assign(store, { getServerSnapshot: () => snapshot });
    const cell = { ...initialSnapshot(CELLS).cells.load!, ...change };
    return renderToStaticMarkup(
      <LessonContext value={page}>
        <EditedMark cell={cell} titleId="t" />
      </LessonContext>,
    );
  };

  it('tells the reader’s own changes from somebody else’s', () => {
    expect(render(false, {})).toBe('');
    expect(render(true, {})).toBe('');
    expect(render(false, { code: 'x' })).toMatch(/^<span[^>]*>edited<\/span>$/);
    expect(render(true, { code: 'x' })).toMatch(
      /differs from the lesson<.*aria-describedby="t".*Compare/,
    );
  });
});

describe('what a lesson shares', () => {
  const sharing = (codes: Record<string, string>) => {
    const kernel = initialSnapshot(CELLS);
    const edited = Object.values(kernel.cells).map((cell) => {
      return [cell.id, { ...cell, code: codes[cell.id] ?? cell.code }] as const;
    });
    const snapshot = new LessonStore({ ...ABOUT, cells: CELLS }).getServerSnapshot();
    const getSnapshot = () => ({
      ...snapshot,
      kernel: { ...kernel, cells: Object.fromEntries(edited) },
    });
    return lessonSource(ABOUT, { getSnapshot }, () => {}).sharing();
  };

  it('is the code of the cells that were changed, in words too', () => {
    expect(sharing({ train: 'mine();' })).toEqual({
      share: { version: 1, lesson: 'networks', cells: [{ id: 'train', code: 'mine();' }] },
      holds: expect.stringContaining('“Train”'),
    });
  });

  it('is nothing where nothing was', () => {
    expect(sharing({})).toBeNull();
  });
});

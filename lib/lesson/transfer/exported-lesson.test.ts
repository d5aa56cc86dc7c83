import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ExportedFigure, LessonText } from '@/lib/export';
import type { CellSnapshot } from '@/lib/kernel/state';
import type { Figure } from '@/lib/protocol';
import { initialSnapshot } from '../initial-snapshot';
import { exportedCell } from './exported-cell';
import { dayOf, exportedLesson } from './exported-lesson';
import { paperTheme } from './paper-theme';

const LOSS: Figure = {
  id: 'f',
  kind: 'curve',
  title: 'Loss',
  caption: 'It falls.',
  stepName: 'epoch',
};
const PICTURE: ExportedFigure = {
  ...{ kind: 'figure', title: 'Loss', caption: '', png: null },
  description: 'It fell.',
};
const draw = () => PICTURE;
const ABOUT = {
  ...{ title: 'Networks', slug: 'networks', seed: 1, date: '2026-11-23' },
  url: 'https://example.org/learn/networks',
};

function page(changes: Record<string, Partial<CellSnapshot>> = {}) {
  const specs = ['load', 'train'].map((id) => ({ id, title: `The ${id}`, code: `${id}();` }));
  const { order, cells } = initialSnapshot(specs);
  const changed = order.map((id) => [id, { ...cells[id]!, ...changes[id] }]);
  return { order, cells: Object.fromEntries(changed) as Record<string, CellSnapshot> };
}

function cellWith(change: Partial<CellSnapshot>) {
  const { cells } = page({ train: change });
  return exportedCell(cells.train!, cells, draw);
}

const TEXT: LessonText = {
  blocks: [
    {
      kind: 'prose',
      markdown: 'See [b](/learn/b), ![p](/p.png), [out](//x.org).',
      html: '<p>1</p>',
    },
    { kind: 'cell', id: 'load', highlighted: '' },
    { kind: 'prose', markdown: 'Two.', html: '<p>2</p>' },
    { kind: 'cell', id: 'train', highlighted: '' },
  ],
};

describe('a cell to save', () => {
  it('has the reader’s code, and the lesson’s beside it', () => {
    expect(cellWith({ code: 'mine();' })).toMatchObject({
      ...{ id: 'train', title: 'The train', code: 'mine();', original: 'train();', outputs: [] },
    });
  });

  it('has its outputs in order, figures as pictures, and its error last', () => {
    const error = { name: 'Error', message: 'no', stack: [] };
    const { outputs } = cellWith({
      state: 'error',
      outputs: [
        { kind: 'figure', figure: LOSS },
        { kind: 'text', text: 'a' },
      ],
      error,
    });
    expect(outputs).toEqual([PICTURE, { kind: 'text', text: 'a' }, { kind: 'error', error }]);
  });

  it('hands each figure’s own frames to the painter, or none', () => {
    const seen: unknown[] = [];
    const frames = [
      { figure: 'f', kind: 'curve' as const, step: 1, data: { values: { loss: 1 } } },
    ];
    const { cells } = page({
      train: {
        state: 'done',
        outputs: [
          { kind: 'figure', figure: LOSS },
          { kind: 'figure', figure: { ...LOSS, id: 'g' } },
        ],
        figures: { f: { figure: LOSS, frames } },
      },
    });
    exportedCell(cells.train!, cells, (history) => {
      seen.push(history);
      return PICTURE;
    });
    expect(seen).toEqual([
      { figure: LOSS, frames },
      { figure: { ...LOSS, id: 'g' }, frames: [] },
    ]);
  });

  it('has controls as the reader left them', () => {
    const control = {
      ...{ kind: 'slider' as const, key: 'Rate', name: 'rate', label: 'Rate' },
      ...{ min: 0, max: 1, step: 0.1, scale: 'linear' as const, value: 0.1 },
    };
    const outputs = [{ kind: 'control' as const, control }];
    const saved = (controls: Record<string, number>) =>
      cellWith({ state: 'done', outputs, controls }).outputs;
    expect(saved({ Rate: 0.7 })).toEqual([
      { kind: 'control', control: { ...control, value: 0.7 } },
    ]);
    expect(saved({ Rate: 7 })).toEqual(outputs);
    expect(saved({})).toEqual(outputs);
  });

  it.each([
    ['stale', { because: { kind: 'edited' as const } }, /^Out of date .*: edited since\.$/],
    ['stale', { because: { kind: 'before' as const } }, /from an earlier visit/],
    ['running', {}, /still running/],
    ['queued', {}, /about to run/],
    ['stopped', {}, /stopped/],
    ['done', { trainedOn: 1 }, /trained 2 times on one model\. Running the code once/],
  ] as const)('says when its outputs do not follow from its code: %s', (state, more, words) => {
    const outputs = [{ kind: 'text' as const, text: 'a' }];
    expect(cellWith({ state, outputs, ...more }).outputs).toEqual([
      { kind: 'notice', text: expect.stringMatching(words) },
      ...outputs,
    ]);
    expect(cellWith({ state, ...more }).outputs).toEqual([]);
  });
});

describe('a lesson to save', () => {
  it('is its text with the cells of the page in it', () => {
    const lesson = exportedLesson(ABOUT, TEXT, page({ load: { code: 'mine();' } }), draw);
    const shown = lesson.blocks.map((block) => (block.kind === 'cell' ? block.code : block.html));
    expect(shown).toEqual(['<p>1</p>', 'mine();', '<p>2</p>', 'train();']);
    expect(lesson).toMatchObject(ABOUT);
  });

  it('has links that lead back to the course', () => {
    const [prose] = exportedLesson(ABOUT, TEXT, page(), draw).blocks;
    expect(prose).toMatchObject({
      markdown:
        'See [b](https://example.org/learn/b), ![p](https://example.org/p.png), [out](//x.org).',
    });
  });

  it('is the cells alone without its text', () => {
    const { blocks } = exportedLesson(ABOUT, null, page(), draw);
    expect(blocks.map(({ id }) => id)).toEqual(['load', 'train']);
  });

  it('loses no cell, and takes none twice, where text and page are of different days', () => {
    const blocks = [
      ...TEXT.blocks.slice(0, 2),
      TEXT.blocks[1]!,
      { ...TEXT.blocks[1]!, id: 'gone' },
    ];
    const lesson = exportedLesson(ABOUT, { blocks } as LessonText, page(), draw);
    const ids = lesson.blocks.map((block) => (block.kind === 'cell' ? block.id : 'prose'));
    expect(ids).toEqual(['prose', 'load', 'train']);
  });
});

it('a day is the reader’s own', () => {
  expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});

it('pictures have the colours of the light page', () => {
  const css = readFileSync(new URL('../../../app/tokens.css', import.meta.url), 'utf8');
  const light = css.slice(0, css.indexOf('@media'));
  const { face, classes, ...colours } = paperTheme('Inter');
  expect(face).toBe('Inter');
  for (const [name, value] of Object.entries(colours)) {
    const token = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    expect(light).toContain(`--${token}: ${value};`);
  }
  classes.forEach((value, index) => expect(light).toContain(`--class-${index}: ${value};`));
});

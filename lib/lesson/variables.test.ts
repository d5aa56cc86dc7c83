import { describe, expect, it } from 'vitest';
import type { CellSnapshot } from '@/lib/kernel/state';
import type { VariableReport } from '@/lib/protocol';
import { formatBytes } from './format-bytes';
import { hoverMarkdown } from './hover-markdown';
import { hoverWords } from './hover-words';
import { initialSnapshot } from './initial-snapshot';
import { stable } from './stable';
import { variableTable } from './variable-table';
import { watchVariables } from './watch-variables';
import { shapeWords, variableWords } from './variable-words';

const start = initialSnapshot([
  { id: 'load', title: 'Load', code: '' },
  { id: 'build', title: 'Build', code: '' },
]);
const DEFINES: Partial<Record<string, string[]>> = { load: ['features'], build: ['rate'] };

const features: VariableReport = {
  name: 'features',
  cell: 'load',
  type: 'Tensor float32',
  shape: [614, 8],
  bytes: 19_648,
  preview: '[0.64, 0.85, …]',
};
const rate: VariableReport = {
  name: 'rate',
  cell: 'build',
  type: 'number',
  shape: null,
  bytes: null,
  preview: '0.03',
};

function page(
  variables: VariableReport[] | null,
  states: Partial<Record<string, CellSnapshot['state']>>,
) {
  const cells = Object.fromEntries(
    Object.entries(start.cells).map(([id, cell]) => {
      return [id, { ...cell, state: states[id] ?? cell.state, defines: DEFINES[id] ?? [] }];
    }),
  );
  return { order: start.order, cells, variables };
}

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1 kB'],
    [19_648, '19.6 kB'],
    [123_456, '123 kB'],
    [999_499, '999 kB'],
    [999_500, '1 MB'],
    [1_250_000_000, '1.3 GB'],
    [5e15, '5000 TB'],
  ])('writes %d as %s', (bytes, words) => {
    expect(formatBytes(bytes)).toBe(words);
  });
});

describe('variableWords', () => {
  it('writes shapes, a batch and a scalar among them', () => {
    expect(shapeWords([-1, 12_000])).toBe('batch × 12,000');
    expect(shapeWords([])).toBe('scalar');
    expect(shapeWords(null)).toBe('');
  });

  it('leaves out what means nothing', () => {
    expect(variableWords(features)).toBe('Tensor float32, 614 × 8, 19.6 kB');
    expect(variableWords(rate)).toBe('number');
  });
});

describe('variableTable', () => {
  it('lists by the order of the page, marks cells that are not fresh, and adds up', () => {
    const more = { ...features, name: 'labels', bytes: 2_456 };
    const table = variableTable(page([rate, features, more], { load: 'done', build: 'stale' }));
    expect(table.groups.map(({ title, mark }) => [title, mark])).toEqual([
      ['Load', ''],
      ['Build', 'stale'],
    ]);
    expect(table.groups[0]?.rows.map(({ name, size }) => [name, size])).toEqual([
      ['features', '19.6 kB'],
      ['labels', '2.5 kB'],
    ]);
    expect(table.groups[1]?.rows[0]).toMatchObject({ size: '', shape: '' });
    expect(table.total).toBe('3 variables, 22.1 kB');
  });

  it('leaves out what belongs to no cell of the page', () => {
    const table = variableTable(page([{ ...rate, cell: 'gone' }], {}));
    expect(table).toEqual({ groups: [], total: '' });
    expect(variableTable(page(null, {})).groups).toEqual([]);
    expect(variableTable(page([rate], {})).total).toBe('1 variable');
  });
});

describe('hoverWords', () => {
  it('says which cell declares a name, and what it holds', () => {
    expect(hoverWords(page([features], { load: 'done' }), 'build', 'load', 'features')).toEqual({
      place: 'declared in “Load”',
      summary: 'Tensor float32, 614 × 8, 19.6 kB',
      preview: '[0.64, 0.85, …]',
    });
  });

  it('marks a value that may not be what the code gives now', () => {
    const words = hoverWords(page([features], { load: 'stale' }), 'load', 'load', 'features');
    expect(words).toMatchObject({ place: '' });
    expect(words?.summary).toMatch(/19\.6 kB \(of the last run, cell stale\)$/);
  });

  it('marks a value that more trainings than one have made', () => {
    const now = page([features], { load: 'done' });
    const cells = { ...now.cells, load: { ...now.cells['load']!, trainedOn: 1 } };
    const words = hoverWords({ ...now, cells }, 'build', 'load', 'features');
    expect(words?.summary).toMatch(/\(of the last run, cell trained 2 times\)$/);
    expect(variableTable({ ...now, cells }).groups[0]?.mark).toBe('trained 2 times');
  });

  it('tells a cell that has not run from a type, which has no value, and is silent on a name of one’s own', () => {
    const idle = page([], {});
    expect(hoverWords(idle, 'build', 'load', 'features')?.summary).toMatch(/has not run/);
    expect(hoverWords(idle, 'build', 'load', 'Shape')).toMatchObject({ summary: '', preview: '' });
    expect(hoverWords(idle, 'load', 'load', 'features')).toBeNull();
    expect(hoverWords(idle, 'load', 'gone', 'features')).toBeNull();
  });
});

describe('hoverMarkdown', () => {
  it('shows titles and values as they are, in paragraphs and a block of code', () => {
    const place = 'declared in “*Load* ![x](https://x)”';
    expect(hoverMarkdown({ place, summary: 'number', preview: 'a\n```\nb' })).toEqual([
      'declared in “\\*Load\\* \\!\\[x\\]\\(https\\:\\/\\/x\\)”',
      'number',
      '````text\na ``` b\n````',
    ]);
    expect(hoverMarkdown({ place: '', summary: 'number', preview: '' })).toEqual(['number']);
  });
});

describe('stable', () => {
  it('keeps its outcome while that holds the same', () => {
    const halves = stable((numbers: number[]) => numbers.map((number) => Math.floor(number / 2)));
    const first = halves([2, 4]);
    expect(halves([3, 5])).toBe(first);
    expect(halves([4, 4])).toEqual([2, 2]);
  });
});

describe('watchVariables', () => {
  it('begins with the first watcher of a page and ends with the last, however often one leaves', () => {
    const told: string[] = [];
    const page = (name: string) => ({
      watchVariables: (on: boolean) => void told.push(`${name} ${on}`),
    });
    const [lesson, other] = [page('lesson'), page('other')];
    const panel = watchVariables(lesson);
    const editor = watchVariables(lesson);
    watchVariables(other)();
    panel();
    panel();
    expect(told).toEqual(['lesson true', 'other true', 'other false']);
    editor();
    watchVariables(lesson);
    expect(told.slice(3)).toEqual(['lesson false', 'lesson true']);
  });
});

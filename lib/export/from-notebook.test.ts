import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCellId } from '@/lib/protocol';
import { fromNotebook } from './from-notebook';
import { ImportError } from './import-error';
import { IMPORT_LIMITS } from './imported-notebook';

type Fields = Record<string, unknown>;

const code = (source: unknown, more: Fields = {}) => ({
  cell_type: 'code',
  metadata: {},
  source,
  outputs: [],
  execution_count: null,
  ...more,
});
const markdown = (source: unknown, more: Fields = {}) => ({
  cell_type: 'markdown',
  metadata: {},
  source,
  ...more,
});
const ours = (mark: Fields) => ({ metadata: { layerwise: mark } });

function notebook(
  cells: unknown,
  language: string | null = 'typescript',
  more: Fields = {},
): string {
  const kernelspec =
    language === null ? {} : { kernelspec: { name: 'k', display_name: 'k', language } };
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { ...kernelspec },
    cells,
    ...more,
  });
}

const fromOurs = (...cells: unknown[]) =>
  fromNotebook(
    notebook(cells, null, { metadata: { layerwise: { version: 1, lesson: null, seed: 1 } } }),
  );

describe('a notebook of another program', () => {
  it('gives its cells in order, under made names', () => {
    const result = fromNotebook(
      notebook([markdown(['# A\n', 'b']), code('let a = 1;', { id: 'f3a9' })]),
    );
    expect(result).toEqual({
      ours: false,
      lesson: null,
      title: null,
      seed: null,
      cells: [
        { kind: 'markdown', id: 'text-1', markdown: '# A\nb' },
        { kind: 'code', id: 'cell-1', title: '', code: 'let a = 1;', note: null },
      ],
      warnings: [],
    });
  });

  it('keeps Python as text and says so', () => {
    const cells = [
      code('import numpy as np\n%matplotlib inline\n!pip install x\nx = 1'),
      code('y = 2'),
    ];
    const result = fromNotebook(notebook(cells, 'python'));
    expect(result.cells).toMatchObject([
      {
        code: 'import numpy as np\nx = 1',
        note: 'This cell is Python; Layerwise runs TypeScript.',
      },
      { code: 'y = 2' },
    ]);
    expect(result.warnings).toEqual([
      '2 cells are Python; Layerwise runs TypeScript. They are kept as text.',
      'Left out 2 lines that speak to Jupyter: %matplotlib inline, !pip install x.',
    ]);
  });

  it('finds the language by the first line of a cell, or where VS Code keeps it', () => {
    const vscode = { metadata: { vscode: { languageId: 'javascript' } } };
    const cells = [
      code('%%js\nlet a = 1;'),
      code('%%bash\nls'),
      code('let b;', vscode),
      code('%%time\nx = 1'),
    ];
    const result = fromNotebook(notebook(cells, 'python'));
    expect(result.cells).toMatchObject([
      { code: 'let a = 1;', note: null },
      { code: 'ls', note: 'This cell is a shell script; Layerwise runs TypeScript.' },
      { code: 'let b;', note: null },
      { code: 'x = 1', note: 'This cell is Python; Layerwise runs TypeScript.' },
    ]);
  });

  it('takes nothing for a magic in TypeScript', () => {
    const source = '!ready && start();\n%\nlet a = 5\n% b';
    expect(fromNotebook(notebook([code(source)])).cells).toMatchObject([{ code: source }]);
    expect(fromNotebook(notebook([code(source)], null)).cells).toMatchObject([{ code: source }]);
  });

  it('says when it does not say its language', () => {
    expect(fromNotebook(notebook([code('x = 1')], null)).warnings[0]).toContain(
      'does not say in which language',
    );
  });

  it('says what it leaves out', () => {
    const outputs = [{ output_type: 'stream', name: 'stdout', text: 'x' }];
    const result = fromNotebook(
      notebook([
        code('1', { outputs }),
        code('2', { outputs }),
        { cell_type: 'raw', metadata: {}, source: 'x' },
        markdown('![a](attachment:a.png)', { attachments: { 'a.png': { 'image/png': 'AA' } } }),
      ]),
    );
    expect(result.cells).toHaveLength(3);
    expect(result.warnings).toEqual([
      'Left out the outputs of 2 cells; run the cells to make them again.',
      'Left out 1 cell of raw text.',
      'Left out the pictures attached to 1 cell of text.',
    ]);
  });

  it('does not list a language for every cell', () => {
    const cells = Array.from({ length: 40 }, (_, i) =>
      code('x', { metadata: { vscode: { languageId: `lang${i}` } } }),
    );
    expect(fromNotebook(notebook(cells)).warnings).toHaveLength(5);
  });
});

describe('a notebook that claims to be ours', () => {
  it('gets no names that a page could stumble over', () => {
    const bad = ['__proto__', 'constructor', 'a b', '<b>', 7, null, 'x'.repeat(99)];
    const { cells, warnings } = fromOurs(...bad.map((id) => code('1', ours({ cell: id }))));
    expect(cells.every(({ id }) => isCellId(id))).toBe(true);
    expect(warnings).toEqual([expect.stringContaining('7 cells')]);
  });

  it('has two names for a cell that was copied', () => {
    const mark = ours({ cell: 'train', title: 'Train' });
    const { cells } = fromOurs(code('1', mark), code('2', mark), code('3'));
    expect(cells.map(({ id }) => id)).toEqual(['train', 'cell-1', 'cell-2']);
  });

  it('loses what is not of the type that it should be', () => {
    const mark = { version: 1, lesson: '../x', seed: -1, title: 7 };
    const text = notebook([code('1', ours({ cell: 'a', title: {}, original: 5 }))], null, {
      metadata: { layerwise: mark },
    });
    expect(fromNotebook(text)).toEqual({
      ours: true,
      lesson: null,
      title: null,
      seed: null,
      cells: [{ kind: 'code', id: 'a', title: '', code: '1', note: null }],
      warnings: [],
    });
  });
});

describe('a file that cannot be imported', () => {
  const refused: [what: string, text: string, sentence: RegExp][] = [
    ['not JSON', 'hello', /not JSON, or it was cut off/],
    ['another JSON', '[1]', /no list of cells/],
    ['format 3', JSON.stringify({ nbformat: 3, worksheets: [] }), /older than 4/],
    ['format 5', notebook([], null, { nbformat: 5 }), /format 5, which is newer/],
    ['no format', notebook([], null, { nbformat: 'x' }), /does not say its format/],
    ['a cell that is none', notebook([code('1'), 7]), /^Cell 2 of this notebook is not a cell/],
    [
      'a cell of no type',
      notebook([{ source: '' }]),
      /^Cell 1 of this notebook is neither code nor text/,
    ],
    [
      'a source that is no text',
      notebook([code({ a: 1 })]),
      /^Cell 1 of this notebook has no text/,
    ],
    ['a source with odd lines', notebook([code(['a', 1])]), /^Cell 1 of this notebook has no text/],
    [
      'a newer course',
      notebook([], null, { metadata: { layerwise: { version: 2 } } }),
      /newer version of the course/,
    ],
    ['too many cells', notebook(Array(501).fill(code('1'))), /has 501 cells; at most 500/],
    [
      'too long a cell',
      notebook([code('1'), code('x'.repeat(IMPORT_LIMITS.code + 1))]),
      /^Cell 2 of this notebook has 200,001 characters; a cell can have 200,000/,
    ],
    ['too large', ' '.repeat(IMPORT_LIMITS.characters + 1), /larger than 50 MB/],
    ['nested without end', '['.repeat(200_000), /not JSON/],
  ];
  it.each(refused)('is told: %s', (_, text, sentence) => {
    expect(() => fromNotebook(text)).toThrow(ImportError);
    expect(() => fromNotebook(text)).toThrow(sentence);
  });

  it('throws nothing but an ImportError, whatever it is', () => {
    const loose = fc.record(
      {
        cell_type: fc.oneof(fc.constantFrom('code', 'markdown', 'raw'), fc.jsonValue()),
        source: fc.oneof(fc.string(), fc.array(fc.string()), fc.jsonValue()),
        metadata: fc.oneof(
          fc.jsonValue(),
          fc.record({ layerwise: fc.oneof(fc.jsonValue(), fc.record({ cell: fc.jsonValue() })) }),
        ),
        outputs: fc.jsonValue(),
        attachments: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    const file = fc.record({
      nbformat: fc.constantFrom(4, 4, 4, 3, null),
      metadata: fc.oneof(
        fc.jsonValue(),
        fc.record({ layerwise: fc.jsonValue(), kernelspec: fc.jsonValue() }),
      ),
      cells: fc.oneof(fc.array(loose, { maxLength: 5 }), fc.jsonValue()),
    });
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      file.map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(text, (input) => {
        try {
          const { cells } = fromNotebook(input);
          expect(cells.every(({ id }) => isCellId(id))).toBe(true);
          expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
        } catch (error) {
          expect(error).toBeInstanceOf(ImportError);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromNotebook } from './from-notebook';
import { cell, everyOutput, lesson, number, PIXEL, string } from './testing/sample';
import { expectNotebook } from './testing/expect-notebook';
import { toNotebook } from './to-notebook';
import type { ExportedOutput } from './types';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });

function outputsOf(...outputs: ExportedOutput[]): unknown[] {
  const { cells } = expectNotebook(toNotebook(lesson({ blocks: [cell({ outputs })] })));
  return cells[1]?.outputs as unknown[];
}

describe('toNotebook', () => {
  it('writes what the schema of nbformat 4.5 allows, with any text in any place', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, id) => {
        const outputs = everyOutput(text);
        const blocks = [
          { kind: 'prose' as const, id, markdown: text, html: text },
          cell({ id, title: text, code: text, original: id, outputs }),
          cell({ id, code: id }),
        ];
        const notebook = toNotebook(lesson({ title: text, url: text, date: text, blocks }));
        expectNotebook(notebook);
        expect(notebook).not.toMatch(/(?<!\\)\\ud[89a-f]/i);
      }),
    );
  });

  it('says what it is: the lesson, its seed, and a kernel for TypeScript', () => {
    const { metadata, cells } = expectNotebook(toNotebook(lesson()));
    expect(metadata.kernelspec).toEqual({
      name: 'deno',
      display_name: 'Deno',
      language: 'typescript',
    });
    expect(metadata.layerwise).toMatchObject({ version: 1, lesson: 'neural-networks', seed: 7 });
    expect(cells.map((each) => [each.id, each.cell_type, each.execution_count])).toEqual([
      ['header-1', 'markdown', undefined],
      ['text-1', 'markdown', undefined],
      ['load', 'code', 1],
      ['train', 'code', null],
    ]);
    expect(cells[2]).toMatchObject({
      source: ['const a = 1;\n', 'a'],
      metadata: { layerwise: { cell: 'load', title: 'Load' } },
    });
    expect(cells[3]).toMatchObject({ metadata: { layerwise: { original: 'let b = 2;\n' } } });
  });

  it('writes the title as a title, not as Markdown', () => {
    const { cells } = expectNotebook(
      toNotebook(lesson({ title: 'a\n<b>*c*', url: 'javascript:x' })),
    );
    const [first] = cells[0]?.source as string[];
    expect(first).toBe('# a \\<b\\>\\*c\\*\n');
    expect((cells[0]?.source as string[]).join('')).not.toContain('javascript:');
  });

  it('joins the lines of one stream, and keeps the two streams apart in order', () => {
    const line = (level: 'log' | 'warn', text: string): ExportedOutput => ({
      kind: 'console',
      level,
      parts: [string(text), number(2)],
    });
    expect(
      outputsOf(line('log', 'a\nb'), line('log', 'c'), line('warn', 'd'), line('log', 'e')),
    ).toEqual([
      { output_type: 'stream', name: 'stdout', text: ['a\n', 'b 2\n', 'c 2\n'] },
      { output_type: 'stream', name: 'stderr', text: ['d 2\n'] },
      { output_type: 'stream', name: 'stdout', text: ['e 2\n'] },
    ]);
  });

  it('takes the last value for the result', () => {
    const value = (n: number): ExportedOutput => ({ kind: 'value', value: number(n) });
    expect(outputsOf(value(1), value(2), { kind: 'text', text: 'x' })).toEqual([
      { output_type: 'display_data', data: { 'text/plain': ['1'] }, metadata: {} },
      {
        output_type: 'execute_result',
        execution_count: 1,
        data: { 'text/plain': ['2'] },
        metadata: {},
      },
      { output_type: 'display_data', data: { 'text/plain': ['x'] }, metadata: {} },
    ]);
  });

  it('gives a figure as a picture and as a sentence, and no picture that is none', () => {
    const figure = {
      kind: 'figure' as const,
      title: 'Loss',
      caption: 'It falls.',
      description: '0.7 to 0.5.',
    };
    const text = ['Loss\n', '0.7 to 0.5.\n', 'It falls.'];
    const bad = { ...figure, png: 'javascript:alert(1)' };
    const address = { ...figure, png: `data:image/png;base64,${PIXEL}`, width: 640 };
    expect(outputsOf(address, bad, { ...figure, png: null })).toEqual([
      {
        output_type: 'display_data',
        data: { 'image/png': PIXEL, 'text/plain': text },
        metadata: { 'image/png': { width: 640 } },
      },
      { output_type: 'display_data', data: { 'text/plain': text }, metadata: {} },
      { output_type: 'display_data', data: { 'text/plain': text }, metadata: {} },
    ]);
  });

  it('gives a table as HTML and as text', () => {
    const table: ExportedOutput = {
      kind: 'table',
      caption: 'Two',
      columns: ['name', 'loss'],
      rows: [
        ['a<b', 0.5],
        ['c', 12.25],
      ],
      omitted: 1,
    };
    expect(outputsOf(table)).toEqual([
      {
        output_type: 'display_data',
        data: {
          'text/html': expect.arrayContaining([
            '<tr><td>a&lt;b</td><td style="text-align: right">0.50</td></tr>\n',
          ]),
          'text/plain': [
            'Two\n',
            'name   loss\n',
            '-----------\n',
            'a<b    0.50\n',
            'c     12.25\n',
            'and 1 more row',
          ],
        },
        metadata: {},
      },
    ]);
  });

  it('gives a control as its label and what it was set to', () => {
    const range = { min: 0, max: 1, step: 0.05, scale: 'linear' as const };
    const head = { key: 'k', name: 'rate', label: 'Rate' };
    const control = { kind: 'slider' as const, ...head, ...range, value: 0.3 };
    const data = { 'text/plain': ['Rate: 0.30'] };
    expect(outputsOf({ kind: 'control', control })).toEqual([
      { output_type: 'display_data', data, metadata: {} },
    ]);
  });

  it('gives an error with its place and what to try', () => {
    const error = { name: 'TypeError', message: 'no', hint: 'Try.', line: 3, stack: ['f, line 3'] };
    expect(outputsOf({ kind: 'error', error })).toEqual([
      {
        output_type: 'error',
        ename: 'TypeError',
        evalue: 'no',
        traceback: ['TypeError: no', 'Try.', '    at line 3', '    f, line 3'],
      },
    ]);
  });
});

describe('a notebook of ours', () => {
  it('comes back with its ids, titles, code and prose', () => {
    const back = fromNotebook(toNotebook(lesson()));
    expect(back).toMatchObject({
      ours: true,
      lesson: 'neural-networks',
      title: 'Neural networks',
      seed: 7,
    });
    expect(back.cells).toEqual([
      { kind: 'markdown', id: 'text-1', markdown: 'A **word**\nand more.' },
      { kind: 'code', id: 'load', title: 'Load', code: 'const a = 1;\na', note: null },
      {
        kind: 'code',
        id: 'train',
        title: 'Train',
        code: 'let b = a;\n',
        original: 'let b = 2;\n',
        note: null,
      },
    ]);
    expect(back.warnings).toEqual([
      'Left out the outputs of 1 cell; run the cells to make them again.',
    ]);
  });

  it('comes back whatever the code is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (code) => {
        const blocks = [
          cell({ id: 'x', code }),
          { kind: 'prose' as const, id: 't', markdown: code, html: '' },
        ];
        const back = fromNotebook(toNotebook(lesson({ slug: null, blocks })));
        expect(back.lesson).toBeNull();
        expect(back.warnings).toEqual([]);
        expect(back.cells).toEqual([
          { kind: 'code', id: 'x', title: 'A', code, note: null },
          { kind: 'markdown', id: 't', markdown: code },
        ]);
      }),
    );
  });

  it('keeps the ids of text cells apart from made ones', () => {
    const prose = (id?: string) => ({
      kind: 'prose' as const,
      ...(id && { id }),
      markdown: 'm',
      html: '',
    });
    const blocks = [prose(), prose(), cell({ id: 'text-2' }), cell({ id: 'header-1' })];
    const ids = fromNotebook(toNotebook(lesson({ blocks }))).cells.map((each) => each.id);
    expect(new Set(ids).size).toBe(4);
    expect(ids.slice(2)).toEqual(['text-2', 'header-1']);
  });
});

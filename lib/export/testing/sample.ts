import type { ValueTree } from '@/lib/protocol';
import type { ExportedCell, ExportedLesson, ExportedOutput } from '../types';

/** A transparent picture of one pixel. */
export const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

export const string = (text: string): ValueTree => ({ type: 'primitive', kind: 'string', text });
export const number = (value: number): ValueTree => ({
  type: 'primitive',
  kind: 'number',
  text: String(value),
});

/** One output of every kind, with `text` wherever a text can be. */
export function everyOutput(text: string): ExportedOutput[] {
  const entries = [{ key: text, value: string(text) }];
  return [
    { kind: 'console', level: 'log', parts: [string(text), number(1)] },
    { kind: 'console', level: 'warn', parts: [string(text)] },
    { kind: 'console', level: 'error', parts: [{ type: 'error', name: text, message: text }] },
    { kind: 'value', value: string(text) },
    { kind: 'value', value: { type: 'object', name: text, entries, omitted: 1 } },
    { kind: 'value', value: { type: 'function', text } },
    { kind: 'text', text },
    { kind: 'notice', text },
    {
      kind: 'table',
      caption: text,
      columns: [text, 'n'],
      rows: [
        [text, 1.5],
        [null, 2],
      ],
      omitted: 3,
    },
    { kind: 'figure', title: text, caption: text, png: PIXEL, width: 1, description: text },
    { kind: 'figure', title: text, caption: text, png: null, description: text },
    {
      kind: 'control',
      control: {
        ...{ kind: 'choice', key: text, name: null, label: text },
        ...{ options: [text], value: text },
      },
    },
    {
      kind: 'error',
      error: { name: text, message: text, hint: text, line: 3, column: 7, stack: [text] },
    },
  ];
}

export function cell(fields: Partial<ExportedCell>): ExportedCell {
  const code = fields.code ?? '1 + 1';
  return { kind: 'cell', id: 'a', title: 'A', code, original: code, outputs: [], ...fields };
}

export function lesson(fields: Partial<ExportedLesson> = {}): ExportedLesson {
  return {
    title: 'Neural networks',
    slug: 'neural-networks',
    seed: 7,
    url: 'https://example.org/learn/neural-networks',
    date: '2026-11-23',
    blocks: [
      { kind: 'prose', markdown: 'A **word**\nand more.', html: '<p>A <b>word</b> and more.</p>' },
      cell({ id: 'load', title: 'Load', code: 'const a = 1;\na', outputs: everyOutput('hello') }),
      cell({ id: 'train', title: 'Train', code: 'let b = a;\n', original: 'let b = 2;\n' }),
    ],
    ...fields,
  };
}

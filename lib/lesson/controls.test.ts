import { describe, expect, it } from 'vitest';
import type { Control, Output } from '@/lib/protocol';
import { controlWords } from './control-words';
import { controlsOf, withKeptControls, type ControlOutput } from './kept-controls';
import { outputBlocks } from './output-blocks';

const toggle = (key: string, value = false): ControlOutput => ({
  kind: 'control',
  control: { kind: 'toggle', key, name: null, label: key, value },
});
const text = (value: string): Output => ({ kind: 'text', text: value });
const keys = (outputs: readonly Output[]) =>
  outputs.map((output) => (output.kind === 'control' ? output.control.key : output.kind));

describe('withKeptControls', () => {
  const former = [toggle('a'), toggle('b'), toggle('c')];

  it('keeps the controls that a run has not come to, after what it has shown, in their order', () => {
    const shown = withKeptControls([text('x'), toggle('b', true)], former, 'running');
    expect(keys(shown)).toEqual(['text', 'b', 'a', 'c']);
    expect(shown[1]).toEqual(toggle('b', true));
  });

  it.each(['queued', 'error', 'stopped', 'stale'] as const)('keeps them when %s', (state) => {
    expect(keys(withKeptControls([], former, state))).toEqual(['a', 'b', 'c']);
  });

  it('lets a run that ended well settle which there are', () => {
    expect(keys(withKeptControls([toggle('b')], former, 'done'))).toEqual(['b']);
  });

  it('gives the very outputs back when it has nothing to add', () => {
    const outputs = [text('x'), ...former];
    expect(withKeptControls(outputs, former, 'running')).toBe(outputs);
    expect(controlsOf(outputs)).toEqual(former);
  });
});

describe('outputBlocks with controls', () => {
  it('shows each control once, in its place', () => {
    const blocks = outputBlocks([text('x'), toggle('a'), toggle('a', true), toggle('b')]);
    expect(
      blocks.map((block) => (block.kind === 'control' ? block.control.key : block.kind)),
    ).toEqual(['single', 'a', 'b']);
  });

  it('breaks a stretch of console lines', () => {
    const line: Output = { kind: 'console', level: 'log', parts: [] };
    expect(outputBlocks([line, toggle('a'), line]).map(({ kind }) => kind)).toEqual([
      ...['console', 'control', 'console'],
    ]);
  });
});

describe('controlWords', () => {
  const head = { key: 'k', name: 'k', label: 'K' };
  const range = { min: 0, max: 1, step: 0.05, scale: 'linear' as const };
  const plane = { x: [0, 1] as [number, number], y: [0, 1] as [number, number] };
  const words: [Control, string][] = [
    [{ kind: 'slider', ...head, ...range, value: 0.3 }, '0.30'],
    [{ kind: 'choice', ...head, options: ['relu', 'tanh'], value: 'tanh' }, 'tanh'],
    [{ kind: 'toggle', ...head, value: true }, 'on'],
    [{ kind: 'text', ...head, lines: 1, placeholder: 'say', value: '' }, 'empty'],
    [
      { kind: 'draw', ...head, size: 2, value: Float32Array.of(0, 1, 0.5, 0) },
      '2 of 4 cells inked',
    ],
    [
      {
        ...{ kind: 'points', ...head, ...plane, labels: ['a', 'b'], names: ['', ''] },
        value: [{ x: 0, y: 0, label: 1 }],
      },
      '1 point: 1 b',
    ],
    [{ kind: 'file', ...head, accept: 'csv', side: 1, value: null }, 'no file'],
    [
      {
        ...{ kind: 'file', ...head, accept: 'csv', side: 1 },
        value: { kind: 'csv', name: 'trees.csv', text: 'Girth,Height\n8.3,70\n' },
      },
      'trees.csv: 1 row, 2 columns: Girth, Height',
    ],
    [
      {
        ...{ kind: 'file', ...head, accept: 'image', side: 2 },
        value: {
          kind: 'image',
          name: 'cat.png',
          width: 2,
          height: 1,
          pixels: new Uint8ClampedArray(8),
        },
      },
      'cat.png: 2 × 1 pixels',
    ],
  ];

  it.each(words)('says what is set: $kind', (control, expected) => {
    expect(controlWords(control)).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import type { ValueTree } from '@/lib/protocol';
import { number, string } from './testing/sample';
import { consoleText, valueText } from './value-text';

const object = (name: string, entries: Record<string, ValueTree>, omitted = 0): ValueTree => ({
  type: 'object',
  name,
  entries: Object.entries(entries).map(([key, value]) => ({ key, value })),
  omitted,
});
const tensor = (shape: number[], values: number[], size = values.length): ValueTree => ({
  type: 'tensor',
  tensor: { name: '', dtype: 'float32', shape, disposed: false, values, size, summary: null },
});

describe('valueText', () => {
  it('writes on one line what fits', () => {
    expect(valueText(string('a'))).toBe("'a'");
    expect(valueText(object('Object', { a: number(1), b: string('x') }))).toBe("{ a: 1, b: 'x' }");
    expect(valueText(tensor([], [0.25]))).toBe('Tensor float32 [] 0.25');
  });

  it('writes an entry a line where it does not fit, and nothing is cut', () => {
    const long = 'x'.repeat(120);
    const inner = object('Config', { units: number(4), name: string(long) });
    expect(valueText(object('Object', { inner, n: number(1) }, 2))).toBe(
      `Object\n  inner: Config\n    units: 4\n    name: '${long}'\n  n: 1\n  and 2 more`,
    );
  });

  it('writes a tensor as rows, with columns under each other', () => {
    expect(valueText(tensor([2, 2], [1, -0.5, 10.25, 3]))).toBe(
      'Tensor float32 [2, 2]\n 1.00  -0.50\n10.25   3.00',
    );
    expect(valueText(tensor([100], [1, 2], 100))).toBe(
      'Tensor float32 [100]\n1  2\nShows 2 of 100 values.',
    );
  });
});

describe('consoleText', () => {
  it('does not quote text, and puts blocks on lines of their own', () => {
    expect(consoleText([string('loss'), number(0.5)])).toBe('loss 0.5');
    expect(consoleText([string('w'), tensor([2, 1], [1, 2])])).toBe(
      'w\nTensor float32 [2, 1]\n1\n2',
    );
  });
});

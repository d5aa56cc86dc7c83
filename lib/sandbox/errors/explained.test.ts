import { describe, expect, it, vi } from 'vitest';
import type { Output } from '@/lib/protocol';
import { explained } from './explained';
import { tf } from './hints/testing/real-failures';

const line = (text: unknown): Output => ({
  kind: 'console',
  level: 'error',
  parts: [{ type: 'primitive', kind: 'string', text: String(text) }],
});

describe('what TensorFlow.js prints instead of throwing', () => {
  it('is followed by what to try, when `tidy` is given an async function', async () => {
    await tf.setBackend('cpu');
    const print = vi.spyOn(console, 'error').mockImplementation(() => {});
    tf.tidy(async () => tf.zeros([1]));
    const printed = line(print.mock.calls[0]?.[0]);
    print.mockRestore();
    const [first, second] = explained(printed);
    expect(first).toBe(printed);
    expect(second).toMatchObject({ kind: 'notice', text: expect.stringMatching(/`tf\.tidy` is/) });
  });

  it('is all that gets advice', () => {
    const outputs: Output[] = [line('Tensor is disposed.'), { kind: 'text', text: 'x' }];
    for (const output of outputs) expect(explained(output)).toEqual([output]);
  });
});

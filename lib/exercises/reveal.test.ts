import { describe, expect, it, vi } from 'vitest';
import { fakeKernel } from '@/lib/lesson/testing/fake-kernel';
import type { CellSnapshot } from '@/lib/kernel/state';
import type { ValueTree } from '@/lib/protocol';
import { numbersIn, reveal } from './reveal';
import { CURVE } from './testing/exercises';

const number = (text: string): ValueTree => ({ type: 'primitive', kind: 'number', text });
const list = (values: ValueTree[], omitted = 0): ValueTree => ({
  type: 'object',
  name: 'Array',
  entries: values.map((value, at) => ({ key: String(at), value })),
  omitted,
});
const shown = (value: ValueTree) => numbersIn([{ kind: 'value', value }]);

describe('numbersIn', () => {
  it('takes a number, a list, a whole tensor', () => {
    expect(shown(number('0.5'))).toEqual([0.5]);
    expect(shown(list([number('1'), number('-2')]))).toEqual([1, -2]);
    const tensor = { name: 'Tensor', dtype: 'float32', shape: [2], disposed: false, summary: null };
    expect(shown({ type: 'tensor', tensor: { ...tensor, values: [1, 2], size: 2 } })).toEqual([
      1, 2,
    ]);
    expect(shown({ type: 'tensor', tensor: { ...tensor, values: [1, 2], size: 9 } })).toBe(null);
  });

  it('takes nothing else', () => {
    expect(numbersIn([])).toBe(null);
    expect(shown(number('NaN'))).toBe(null);
    expect(shown(list([]))).toBe(null);
    expect(shown(list([number('1')], 3))).toBe(null);
    expect(shown(list([number('1'), { type: 'function', text: 'f' }]))).toBe(null);
    expect(shown({ type: 'primitive', kind: 'string', text: '1' })).toBe(null);
  });
});

describe('reveal', () => {
  const MATERIAL = { setup: 'const a = 1;', tests: '', solution: '', reveal: '[1, 0]' };

  /** A reveal whose run is the test's to end. */
  function world() {
    const fakes: ReturnType<typeof fakeKernel>[] = [];
    const { result, stop } = reveal(CURVE, MATERIAL, (cells) => {
      fakes.push(fakeKernel(cells));
      return fakes[0]!.kernel;
    });
    const become = (id: string, change: Partial<CellSnapshot>) => fakes[0]!.change(id, change);
    return { result, stop, become };
  }

  it('gives the numbers of the run', async () => {
    const { result, become } = world();
    become('reveal', { state: 'running' });
    become('reveal', {
      state: 'done',
      outputs: [{ kind: 'value', value: list([number('1'), number('0')]) }],
    });
    expect(await result).toMatchObject({ how: 'revealed', revealed: { ys: [1, 0] } });
  });

  it('fails by no fault of the reader', async () => {
    for (const id of ['setup', 'reveal']) {
      const { result, become } = world();
      const error = { name: 'Error', message: 'It broke.', stack: [] };
      become(id, { state: 'error', error });
      expect(await result).toMatchObject({ how: 'failed', why: /not your fault/ });
    }
  });

  it('ends with its time, and when it is stopped', async () => {
    const { result, stop } = world();
    stop();
    expect(await result).toEqual({ how: 'stopped' });
    vi.useFakeTimers();
    const late = world();
    vi.advanceTimersByTime(20_000);
    expect(await late.result).toMatchObject({ how: 'failed' });
    vi.useRealTimers();
  });
});

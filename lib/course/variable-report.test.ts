import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { isWorkerToPage } from '@/lib/protocol';
import { expectNoLeaks } from './testing/no-leaks';
import * as tf from './tf';
import { describeVariables } from './variable-report';

async function describeOne(value: unknown) {
  const [report] = await describeVariables([{ cell: 'cell', name: 'x', value }]);
  const { type, shape, bytes, preview } = report!;
  return [type, shape, bytes, preview];
}

describe('describeVariables', () => {
  it.each([
    ['a number', 0.1 + 0.2, ['number', null, null, '0.30000000000000004']],
    ['a text', 'a\n"b"', ['string', null, null, '"a\\n\\"b\\""']],
    ['a flag', false, ['boolean', null, null, 'false']],
    ['nothing', undefined, ['undefined', null, null, 'undefined']],
    ['null', null, ['null', null, null, 'null']],
    ['a large whole number', 2n ** 64n, ['bigint', null, null, '18446744073709551616n']],
    ['a function', (a: number, b: number) => a + b, ['function', null, null, 'function(a, b)']],
    ['a list', [1, 'two', [3], {}], ['Array', [4], null, '[1, "two", Array(1), Object]']],
    ['an empty list', [], ['Array', [0], null, '[]']],
    ['an object', { epochs: 3, f() {} }, ['Object', null, null, '{ epochs: 3, f: function }']],
    ['an empty object', {}, ['Object', null, null, '{}']],
    ['a map', new Map([['a', 1]]), ['Map', null, null, '1 entry: "a"']],
    ['a set', new Set([1, 2]), ['Set', null, null, '2 entries: 1, 2']],
    ['a date', new Date(0), ['Date', null, null, '1970-01-01T00:00:00.000Z']],
    ['an error', new RangeError('too far'), ['RangeError', null, null, 'too far']],
    ['a promise', Promise.resolve(1), ['Promise', null, null, 'not awaited']],
  ])('tells of %s', async (_, value, told) => {
    expect(await describeOne(value)).toEqual(told);
  });

  it('tells of typed arrays with their bytes, each buffer once', async () => {
    const numbers = Float32Array.from({ length: 20 }, (_, i) => i / 3);
    expect(await describeOne(numbers)).toEqual([
      ...['Float32Array', [20], 80],
      '[0, 0.333333, 0.666667, 1, 1.33333, 1.66667, 2, 2.33333, …]',
    ]);
    const twice = { all: numbers, half: numbers.subarray(10) };
    expect((await describeOne(twice))[2]).toBe(80);
  });

  it('tells of tensors by their first values', async () => {
    const tensors = [
      tf.range(0, 10).reshape([2, 5]),
      tf.scalar(1.5),
      tf.tensor1d(['a', 'b']),
      tf.tensor1d([true, false]),
      tf.complex([1], [-2]),
      tf.zeros([0, 3]),
      tf.variable(tf.ones([1], 'int32')),
    ];
    const reports = [];
    for (const tensor of tensors) reports.push(await describeOne(tensor));
    expect(reports).toEqual([
      ['Tensor float32', [2, 5], 40, '[0, 1, 2, 3, 4, 5, 6, 7, …]'],
      ['Tensor float32', [], 4, '1.5'],
      ['Tensor string', [2], null, '["a", "b"]'],
      ['Tensor bool', [2], 2, '[true, false]'],
      ['Tensor complex64', [1], 8, '[1 - 2i]'],
      ['Tensor float32', [0, 3], 0, '[]'],
      ['Variable int32', [1], 4, '[1]'],
    ]);
    tf.dispose(tensors);
    expect(await describeOne(tensors[0])).toEqual(['Tensor float32', [2, 5], 0, 'disposed']);
  });

  it('tells of models, layers and optimizers', async () => {
    const model = tf.sequential();
    expect((await describeOne(model)).slice(0, 3)).toEqual(['Sequential', null, null]);
    model.add(tf.layers.dense({ name: 'first', units: 3, inputShape: [2] }));
    expect(await describeOne(model)).toEqual(['Sequential', [-1, 3], 36, '1 layer, 9 parameters']);
    expect(await describeOne(model.layers[0])).toEqual([
      'Dense',
      [-1, 3],
      36,
      'first, 9 parameters',
    ]);
    const { inputs, outputs } = model;
    expect((await describeOne(tf.model({ inputs, outputs })))[0]).toBe('LayersModel');
    const adam = tf.train.adam(0.02);
    expect(await describeOne(adam)).toEqual(['Adam', null, 8, 'learning rate 0.02']);
    adam.dispose();
    model.dispose();
  });

  it('leaves no tensor behind', async () => {
    const tensor = tf.zeros([100]);
    await expectNoLeaks(() => describeOne({ tensor }));
    await expectNoLeaks(() => describeOne(tensor));
    tensor.dispose();
  });

  it('keeps to one line of 120 characters', async () => {
    const [, , , preview] = await describeOne([
      'x'.repeat(500),
      ...Array<string>(9).fill('long '.repeat(9)),
    ]);
    expect(String(preview).length).toBe(120);
    expect(String(preview)).not.toContain('\n');
  });

  it('survives what can’t be looked into, and takes 500 at most', async () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const throwing = {
      get inside() {
        throw new Error('no');
      },
    };
    const lying = class extends tf.layers.Layer {
      static className = 'Lying';
      override get outputShape(): number[] {
        return [NaN];
      }
    };
    for (const value of [proxy, throwing]) {
      expect(await describeOne(value)).toEqual(['unknown', null, null, "can't be shown"]);
    }
    const hostile = [
      proxy,
      throwing,
      new lying({}),
      Object.create(null),
      Symbol('s'),
      globalThis,
      tf,
    ];
    const many = Array.from({ length: 700 }, (_, at) => ({
      ...{ cell: 'cell', name: `x${at}`, value: hostile[at % hostile.length] },
    }));
    const variables = await describeVariables(many);
    expect(variables).toHaveLength(500);
    expect(isWorkerToPage({ type: 'variables', variables })).toBe(true);
  });
});

import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import type { TensorPreview, ValueTree } from '@/lib/protocol';
import { snapshot } from './snapshot';
import { expectNoLeaks } from './testing/no-leaks';
import * as tf from './tf';

const now = (value: unknown) => snapshot(value) as ValueTree;
const text = (value: unknown) => (now(value) as { text: string }).text;
const preview = (tree: ValueTree) => (tree as { tensor: TensorPreview }).tensor;
const entry = (tree: ValueTree, key: string) => {
  const { entries } = tree as Extract<ValueTree, { type: 'object' }>;
  return entries.find((candidate) => candidate.key === key)?.value as ValueTree;
};
/** The number of nodes in a tree. */
const count = (tree: ValueTree): number =>
  tree.type === 'object' ? tree.entries.reduce((sum, e) => sum + count(e.value), 1) : 1;

describe('snapshot of plain values', () => {
  const cases: [unknown, string, string][] = [
    [1.5, 'number', '1.5'],
    [-0, 'number', '-0'],
    [NaN, 'number', 'NaN'],
    ['a "b"', 'string', 'a "b"'],
    [true, 'boolean', 'true'],
    [10n, 'bigint', '10n'],
    [Symbol('s'), 'symbol', 'Symbol(s)'],
    [null, 'null', 'null'],
    [undefined, 'undefined', 'undefined'],
  ];
  it.each(cases.map(([, kind, text], index) => ({ kind, text, index })))(
    '$kind $text',
    ({ kind, text, index }) => {
      expect(now(cases[index]?.[0])).toEqual({ type: 'primitive', kind, text });
    },
  );

  it('shows functions and classes by their head', () => {
    expect(text((a: number, b: number) => a + b)).toBe('function(a, b)');
    expect(
      text(async function fetchAll(list: string[]) {
        await Promise.all(list);
      }),
    ).toBe('fetchAll(list)');
    expect(
      text(
        class Point {
          x = 1;
        },
      ),
    ).toBe('class Point');
  });

  it('walks objects, arrays, maps, sets, typed arrays and class instances', () => {
    class Point {
      x = 1;
    }
    const tree = now({
      list: [1, 'a'],
      map: new Map([['k', 2]]),
      set: new Set([3]),
      p: new Point(),
    });
    expect(entry(tree, 'list')).toMatchObject({ name: 'Array(2)', omitted: 0 });
    expect(entry(entry(tree, 'map'), 'k')).toMatchObject({ text: '2' });
    expect(entry(tree, 'map')).toMatchObject({ name: 'Map(1)' });
    expect(entry(entry(tree, 'set'), '0')).toMatchObject({ text: '3' });
    expect(entry(tree, 'p')).toMatchObject({ name: 'Point' });
    expect(now(new Float32Array([0.5]))).toMatchObject({ name: 'Float32Array(1)' });
    expect(now(Object.create(null))).toMatchObject({ type: 'object', name: 'Object', entries: [] });
  });

  it('says in a line what dates, promises and buffers are', () => {
    expect(text(new Date(0))).toBe('Date 1970-01-01T00:00:00.000Z');
    expect(text(new Date(NaN))).toBe('Date (invalid)');
    expect(text(Promise.resolve(1))).toContain('await');
    expect(text(new ArrayBuffer(8))).toBe('ArrayBuffer(8)');
    expect(text(/a+/g)).toBe('/a+/g');
  });

  it('keeps the name and message of errors', () => {
    expect(now(new RangeError('too far'))).toEqual({
      type: 'error',
      name: 'RangeError',
      message: 'too far',
    });
  });
});

describe('snapshot of hostile values', () => {
  it('ends at a circle, but shows what is only shared', () => {
    const shared = { a: 1 };
    const value: Record<string, unknown> = { one: shared, two: shared };
    value['self'] = value;
    const tree = now(value);
    expect(entry(tree, 'self')).toEqual({ type: 'opaque', text: 'circular' });
    expect(entry(tree, 'two')).toEqual(entry(tree, 'one'));
  });

  it('survives getters, proxies and names that throw', () => {
    const getter = {
      get broken() {
        throw new Error('no');
      },
    };
    expect(entry(now(getter), 'broken')).toEqual({
      type: 'opaque',
      text: 'reading it failed: no',
    });
    const traps = new Proxy(
      {},
      {
        ownKeys() {
          throw new Error('keys');
        },
        getPrototypeOf() {
          throw new Error('prototype');
        },
      },
    );
    expect(now([traps])).toMatchObject({ type: 'object' });
    expect((entry(now([traps]), '0') as { text: string }).text).toContain(
      'could not be looked into',
    );
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(now(proxy).type).toBe('opaque');
  });

  it('bounds depth, breadth, strings and the whole', () => {
    const deep = { a: { a: { a: { a: { a: { a: 1 } } } } } };
    let tree = now(deep);
    for (let level = 0; level < 5; level++) tree = entry(tree, 'a');
    expect(tree).toEqual({ type: 'opaque', text: 'Object' });
    const wide = now(new Array(1000).fill(0)) as Extract<ValueTree, { type: 'object' }>;
    expect([wide.entries.length, wide.omitted]).toEqual([100, 900]);
    expect(text('x'.repeat(20_000))).toBe(`${'x'.repeat(10_000)}… (10000 more characters)`);
    const bush = (depth: number): unknown =>
      depth === 0 ? 1 : Array.from({ length: 50 }, () => bush(depth - 1));
    expect(count(now(bush(3)))).toBeLessThan(10_000);
    expect(JSON.stringify(now(new Array(100).fill('y'.repeat(9_000)))).length).toBeLessThan(
      120_000,
    );
  });
});

describe('snapshot of tensors', () => {
  it('previews values and summarizes the finite ones', async () => {
    await expectNoLeaks(() => {
      const tensor = tf.tensor2d([
        [1, 2, 3],
        [4, NaN, Infinity],
      ]);
      expect(preview(now(tensor))).toEqual({
        name: 'Tensor',
        dtype: 'float32',
        shape: [2, 3],
        disposed: false,
        values: [1, 2, 3, 4, NaN, Infinity],
        size: 6,
        // (1 + 2 + 3 + 4) / 4
        summary: { min: 1, max: 4, mean: 2.5, nonFinite: 2 },
      });
      tensor.dispose();
    });
  });

  it('shows each dtype as it reads', async () => {
    await expectNoLeaks(() => {
      tf.tidy(() => {
        expect(preview(now(tf.tensor1d([7, -2], 'int32')))).toMatchObject({
          values: [7, -2],
          summary: { min: -2, max: 7, mean: 2.5 },
        });
        expect(preview(now(tf.tensor1d([true, false])))).toMatchObject({
          values: ['true', 'false'],
          summary: null,
        });
        expect(preview(now(tf.tensor1d(['a', 'ü'])))).toMatchObject({
          values: ['a', 'ü'],
          summary: null,
        });
        expect(preview(now(tf.complex([1, 2], [3, -4])))).toMatchObject({
          values: ['1 + 3i', '2 - 4i'],
          shape: [2],
          summary: null,
        });
        expect(preview(now(tf.zeros([0, 3])))).toMatchObject({ values: [], summary: null });
      });
    });
  });

  it('keeps the first 400 values, and reads no more of a huge tensor', async () => {
    await expectNoLeaks(() => {
      const large = tf.range(0, 1000);
      expect(preview(now(large))).toMatchObject({ size: 1000, summary: { mean: 499.5 } });
      expect(preview(now(large)).values).toHaveLength(400);
      const huge = tf.ones([4_000_001]);
      expect(preview(now(huge))).toMatchObject({ size: 4_000_001, summary: null });
      expect(preview(now(huge)).values).toHaveLength(400);
      tf.dispose([large, huge]);
    });
  });

  it('says when a tensor is disposed, and when it is a variable', () => {
    const gone = tf.scalar(1);
    gone.dispose();
    expect(preview(now(gone))).toMatchObject({ disposed: true, values: [] });
    const variable = tf.variable(tf.tensor1d([1]));
    expect(preview(now(variable)).name).toBe('Variable');
    variable.dispose();
  });

  it('reads later, where it must, the values of now', async () => {
    await expectNoLeaks(async () => {
      const variable = tf.tidy(() => tf.variable(tf.tensor1d([1, 2])));
      const later = snapshot({ w: variable }, true) as Promise<ValueTree>;
      tf.tidy(() => variable.assign(tf.tensor1d([8, 9])));
      variable.dispose();
      expect(preview(entry(await later, 'w')).values).toEqual([1, 2]);
      expect(snapshot({ no: 'tensor' }, true)).not.toBeInstanceOf(Promise);
    });
  });
});

describe('snapshot of models', () => {
  it('lists layers with shapes and parameters', async () => {
    await expectNoLeaks(() => {
      const model = tf.sequential();
      model.add(tf.layers.dense({ units: 4, inputShape: [8], activation: 'relu', name: 'hidden' }));
      model.add(tf.layers.dense({ units: 1, activation: 'sigmoid', name: 'out' }));
      const tree = now(model);
      expect(tree).toMatchObject({ name: 'Sequential' });
      // 8 * 4 + 4 + 4 * 1 + 1
      expect(entry(tree, 'parameters')).toMatchObject({ text: '41' });
      const hidden = entry(entry(tree, 'layers'), 'hidden');
      expect(hidden).toMatchObject({ name: 'Dense' });
      expect(entry(hidden, 'output shape')).toMatchObject({ text: '[null,4]' });
      expect(entry(hidden, 'parameters')).toMatchObject({ text: '36' });
      expect(entry(hidden, 'activation')).toMatchObject({ text: 'relu' });
      expect(preview(entry(now(model.layers[0]), 'kernel')).shape).toEqual([8, 4]);
      model.dispose();
    });
  });

  it('shows an empty model, an optimizer and a history', async () => {
    expect(entry(now(tf.sequential()), 'layers')).toMatchObject({ entries: [] });
    expect(entry(now(tf.sequential()), 'parameters')).toMatchObject({
      text: 'none yet: it is not built',
    });
    expect(now(tf.train.sgd(0.1))).toMatchObject({ name: 'SGD' });
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    const history = await model.fit(tf.zeros([2, 1]), tf.zeros([2, 1]), { epochs: 1 });
    expect(now(history)).toMatchObject({
      name: 'History',
      entries: [{ key: 'epoch' }, { key: 'history' }],
    });
  });
});

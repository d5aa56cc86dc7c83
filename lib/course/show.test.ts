import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { createDisplay } from './display';
import { createShow } from './show';
import { fakeHost } from './testing/fake-host';
import { expectNoLeaks } from './testing/no-leaks';
import * as tf from './tf';

function setUp() {
  const host = fakeHost();
  return { host, show: createShow(host), display: createDisplay(host) };
}

describe('display', () => {
  it('shows a label before the value', async () => {
    const { host, display } = setUp();
    display(1, 'one');
    display({ a: 1 });
    expect(await host.outputs()).toMatchObject([
      { kind: 'text', text: 'one' },
      { kind: 'value', value: { type: 'primitive', text: '1' } },
      { kind: 'value', value: { type: 'object' } },
    ]);
  });
});

describe('show.table and show.text', () => {
  it('takes rows, columns by name, and a table of data', async () => {
    const { host, show } = setUp();
    show.table(
      [
        { a: 1, b: true },
        { b: 'x', c: null },
      ],
      { caption: 'C' },
    );
    show.table({ x: [1, 2], y: new Float32Array([0.5, NaN]) });
    show.table({ columns: ['b', 'a'], rows: [{ a: 1, b: 2 }] });
    show.text('hello');
    const base = { kind: 'table', caption: '', omitted: 0 };
    expect(await host.outputs()).toEqual([
      {
        ...base,
        caption: 'C',
        columns: ['a', 'b', 'c'],
        rows: [
          [1, 'true', null],
          [null, 'x', null],
        ],
      },
      {
        ...base,
        columns: ['x', 'y'],
        rows: [
          [1, 0.5],
          [2, NaN],
        ],
      },
      { ...base, columns: ['b', 'a'], rows: [[2, 1]] },
      { kind: 'text', text: 'hello' },
    ]);
  });

  it('keeps 200 rows and counts the rest', async () => {
    const { host, show } = setUp();
    show.table(Array.from({ length: 768 }, (_, a) => ({ a })));
    show.table({ a: new Array<number>(201).fill(0) });
    expect(await host.outputs()).toMatchObject([{ omitted: 568 }, { omitted: 1 }]);
  });

  it('says what is wrong', () => {
    const { show } = setUp();
    expect(() => show.table({ a: [1, 2], b: [1] })).toThrow('column b has 1 values, but a has 2');
    expect(() => show.table({ a: 5 } as never)).toThrow('a is not a list of values');
    expect(() => show.table(5 as never)).toThrow('needs rows or columns, but got 5');
  });
});

describe('show.matrix', () => {
  it('draws tensors and rows of numbers', async () => {
    const { host, show } = setUp();
    await expectNoLeaks(async () => {
      const tensor = tf.tensor2d([
        [1, -2, 3],
        [4, 5, 6],
      ]);
      show.matrix(tensor, { title: 'T', caption: 'C', rows: ['a', 'b'], columns: ['x', 'y', 'z'] });
      tensor.dispose();
    });
    show.matrix([[1, 2]]);
    show.matrix([3, 4, 5], { scale: 'diverging' });
    const figure = { kind: 'matrix', title: 'T', caption: 'C', stepName: 'step', id: 'figure-1' };
    expect((await host.outputs())[0]).toEqual({ kind: 'figure', figure });
    expect(host.framesOf('matrix').map((frame) => frame.data)).toEqual([
      {
        rows: 2,
        columns: 3,
        values: Float32Array.of(1, -2, 3, 4, 5, 6),
        rowLabels: ['a', 'b'],
        columnLabels: ['x', 'y', 'z'],
        scale: 'diverging',
      },
      {
        rows: 1,
        columns: 2,
        values: Float32Array.of(1, 2),
        rowLabels: ['0'],
        columnLabels: ['0', '1'],
        scale: 'magnitude',
      },
      {
        rows: 1,
        columns: 3,
        values: Float32Array.of(3, 4, 5),
        rowLabels: ['0'],
        columnLabels: ['0', '1', '2'],
        scale: 'diverging',
      },
    ]);
  });

  it('sends a copy: transferring it leaves the tensor as it was', async () => {
    const { host, show } = setUp();
    const tensor = tf.tensor2d([[1, 2]]);
    show.matrix(tensor);
    const [frame] = host.framesOf('matrix');
    structuredClone(frame?.data, { transfer: [frame!.data.values.buffer as ArrayBuffer] });
    expect(Array.from(tensor.dataSync())).toEqual([1, 2]);
    tensor.dispose();
  });

  it('says what is wrong, and then shows nothing', async () => {
    const { host, show } = setUp();
    const cube = tf.zeros([2, 2, 2]);
    expect(() => show.matrix(cube)).toThrow(
      'two dimensions, but this tensor has the shape [2, 2, 2]',
    );
    cube.dispose();
    const complex = tf.complex([1], [2]);
    expect(() => show.matrix(complex)).toThrow('Take tf.real, tf.imag or tf.abs');
    complex.dispose();
    expect(() => show.matrix([[1, 2], [3]])).toThrow('row 1 has 1 numbers, but row 0 has 2');
    expect(() => show.matrix([[1]], { rows: ['a', 'b'] })).toThrow('has 1 rows, but 2 names');
    expect(() => show.matrix(5 as never)).toThrow('needs a tensor or rows of numbers');
    expect(await host.outputs()).toEqual([]);
  });
});

describe('show.confusion', () => {
  it('counts actual against predicted', () => {
    const { host, show } = setUp();
    show.confusion([0, 0, 1, 1, 1], [0, 1, 1, 1, 0], { labels: ['no', 'yes'] });
    // Rows are actual: no -> 1 no, 1 yes; yes -> 1 no, 2 yes.
    expect(host.framesOf('confusion')[0]?.data).toEqual({
      labels: ['no', 'yes'],
      counts: Uint32Array.of(1, 1, 1, 2),
    });
  });

  it('takes tensors of any type, booleans and typed arrays', async () => {
    const { host, show } = setUp();
    await expectNoLeaks(() => {
      const actual = tf.tensor2d([[0], [2]], [2, 1], 'int32');
      const predicted = tf.tensor1d([true, false]);
      show.confusion(actual, predicted);
      tf.dispose([actual, predicted]);
    });
    show.confusion([true, false], Uint8Array.of(1, 0));
    expect(host.framesOf('confusion').map((frame) => frame.data)).toEqual([
      { labels: ['0', '1', '2'], counts: Uint32Array.of(0, 1, 0, 0, 0, 0, 1, 0, 0) },
      { labels: ['0', '1'], counts: Uint32Array.of(1, 0, 0, 1) },
    ]);
  });

  it('says which value is wrong', () => {
    const { show } = setUp();
    expect(() => show.confusion([0, 1], [0])).toThrow('actual has 2 values, but predicted has 1');
    expect(() => show.confusion([0, 1], [0, 0.7])).toThrow(
      'predicted[1] is 0.7, which is not a class',
    );
    expect(() => show.confusion([0, 2], [0, 1], { labels: ['a', 'b'] })).toThrow(
      'actual[1] is 2, but there are 2 classes (0 to 1)',
    );
    expect(() => show.confusion([-1], [0])).toThrow('actual[0] is -1');
    const scores = tf.zeros([4, 3]);
    expect(() => show.confusion(scores, [0])).toThrow(
      'it has [4, 3]. If it holds a score for each',
    );
    scores.dispose();
  });
});

describe('show.curve', () => {
  it('marks steps', () => {
    const { host, show } = setUp();
    show.curve({ loss: [0.9, 0.5, 0.4] }, { marks: { 2: 'rate halved' } });
    expect(host.framesOf('curve').map(({ data }) => data.mark)).toEqual([
      undefined,
      'rate halved',
      undefined,
    ]);
  });

  it('draws lists of numbers from step 1', async () => {
    const { host, show } = setUp();
    show.curve({ loss: [0.9, 0.5], val_loss: Float32Array.of(1, 0.75) }, { title: 'T' });
    expect(await host.outputs()).toMatchObject([{ figure: { title: 'T', stepName: 'epoch' } }]);
    expect(host.framesOf('curve').map(({ step, data }) => [step, data.values])).toEqual([
      [1, { loss: 0.9, val_loss: 1 }],
      [2, { loss: 0.5, val_loss: 0.75 }],
    ]);
  });

  it('draws a history', async () => {
    const { host, show } = setUp();
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    const [xs, ys] = [tf.ones([4, 1]), tf.ones([4, 1])];
    const history = await model.fit(xs, ys, { epochs: 5, initialEpoch: 2 });
    show.curve(history);
    const frames = host.framesOf('curve');
    expect(frames.map((frame) => frame.step)).toEqual([3, 4, 5]);
    expect(frames[2]?.data.values['loss']).toBe(history.history['loss']?.[2]);
    tf.dispose([xs, ys]);
    model.dispose();
  });

  it('thins long lists, keeping both ends', () => {
    const { host, show } = setUp();
    show.curve({ loss: Array.from({ length: 5000 }, (_, at) => at) });
    const steps = host.framesOf('curve').map((frame) => frame.step);
    expect([steps.length, steps[0], steps.at(-1)]).toEqual([240, 1, 5000]);
    expect(new Set(steps).size).toBe(240);
  });

  it('says what is wrong', () => {
    const { show } = setUp();
    expect(() => show.curve({ a: [1, 2], b: [1] })).toThrow('b has 1 numbers, but a has 2');
    expect(() => show.curve({})).toThrow('at least one list');
    expect(() => show.curve({ a: [1, 2] }, { marks: { 9: 'x' } })).toThrow('goes from 1 to 2');
    expect(() => show.curve({ a: [1, 'x'] as never })).toThrow('a[1] is not a number');
  });
});

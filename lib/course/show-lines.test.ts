import '@tensorflow/tfjs-backend-cpu';
import { expect, it } from 'vitest';
import { createShow } from './show';
import { linesData } from './show-lines';
import { fakeHost } from './testing/fake-host';
import * as tf from './tf';

const none = new Float32Array(0);

it('draws numbers at 1, 2, 3, and points where they say', async () => {
  const host = fakeHost();
  createShow(host).lines(
    {
      a: [5, 6],
      b: [
        [10, 1],
        [100, 2],
      ],
      c: Float32Array.of(7),
    },
    { x: 'layer', y: 'gradient', logY: true, title: 'T' },
  );
  expect(await host.outputs()).toMatchObject([{ figure: { kind: 'lines', title: 'T' } }]);
  expect(host.framesOf('lines')[0]?.data).toEqual({
    x: { label: 'layer', log: false },
    y: { label: 'gradient', log: true },
    series: [
      { name: 'a', x: Float32Array.of(1, 2), y: Float32Array.of(5, 6), low: none, high: none },
      { name: 'b', x: Float32Array.of(10, 100), y: Float32Array.of(1, 2), low: none, high: none },
      { name: 'c', x: Float32Array.of(1), y: Float32Array.of(7), low: none, high: none },
    ],
  });
});

it('takes a spread with each point', () => {
  const data = linesData({
    a: [
      [10, 3, 1, 4],
      [20, 5, 5, 6],
    ],
  });
  expect(data.series[0]).toMatchObject({ low: Float32Array.of(1, 5), high: Float32Array.of(4, 6) });
});

it('says what is wrong, and then shows nothing', async () => {
  const host = fakeHost();
  const show = createShow(host);
  expect(() => show.lines({})).toThrow('needs lines by name');
  expect(() => show.lines([1, 2] as never)).toThrow('needs lines by name');
  expect(() => show.lines({ a: 5 } as never)).toThrow('a is not a list');
  const tensor = tf.zeros([2]);
  expect(() => show.lines({ a: tensor } as never)).toThrow('await tensor.array()');
  tensor.dispose();
  expect(() => show.lines({ a: [[1, 2], [3]] })).toThrow('point 1 of a must be a number or [x, y]');
  expect(() =>
    show.lines({
      a: [
        [1, 2, 0, 3],
        [3, 4],
      ],
    }),
  ).toThrow('point 1 of a must be [x, y, low');
  expect(() => show.lines({ a: [0, -1] }, { logY: true })).toThrow('no y is. Leave out logY');
  const many = Object.fromEntries(Array.from({ length: 25 }, (_, i) => [`l${i}`, [1]]));
  expect(() => show.lines(many)).toThrow('25 lines are too many');
  expect(await host.outputs()).toEqual([]);
});

import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { createShow } from './show';
import { fakeHost } from './testing/fake-host';
import { expectNoLeaks } from './testing/no-leaks';
import * as tf from './tf';

function setUp() {
  const host = fakeHost();
  return { host, show: createShow(host) };
}

describe('show.series', () => {
  it('takes lists and tensors, and names the points in time', async () => {
    await expectNoLeaks(async () => {
      const { host, show } = setUp();
      const forecast = tf.tensor2d([[11], [12]]);
      show.series({ measured: [10, 12], forecast }, { times: [2001, 2002], unit: 'ppm' });
      await host.outputs();
      forecast.dispose();
      expect(host.framesOf('series')[0]?.data).toEqual({
        times: ['2001', '2002'],
        unit: 'ppm',
        lines: [
          { name: 'measured', values: Float32Array.of(10, 12) },
          { name: 'forecast', values: Float32Array.of(11, 12) },
        ],
      });
    });
  });

  it('counts the points from 1 where they have no names', async () => {
    const { host, show } = setUp();
    show.series({ a: [5, NaN] });
    await host.outputs();
    expect(host.framesOf('series')[0]?.data.times).toEqual(['1', '2']);
  });

  it.each([
    [{}, {}, 'show.series needs at least one line, like { temperature: [12, 14, 11] }.'],
    [{ a: [1], b: [1, 2] }, {}, 'show.series: b has 2 values, but the first line has 1. Where'],
    [{ a: [1] }, { times: ['x', 'y'] }, 'show.series: there are 2 times for 1 values.'],
    [{ a: null }, {}, 'show.series: a is not a list of numbers or a tensor.'],
    [{ a: [1], b: [1], c: [1], d: [1], e: [1] }, {}, 'show.series: 5 lines are too many to show'],
  ])('says what is wrong with %j', (lines, options, message) => {
    const { host, show } = setUp();
    expect(() => show.series(lines as never, options)).toThrow(message);
    expect(host.sent).toEqual([]);
  });
});

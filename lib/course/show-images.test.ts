import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { createShow } from './show';
import { fakeHost } from './testing/fake-host';
import { expectNoLeaks } from './testing/no-leaks';
import * as tf from './tf';
import { createWatch } from './watch';

function setUp() {
  const host = fakeHost();
  return { host, show: createShow(host), watch: createWatch(host) };
}
const framesOf = (host: ReturnType<typeof fakeHost>) =>
  host.framesOf('images').map((frame) => frame.data);

describe('show.images', () => {
  it('takes a tensor of gray images, and captions', async () => {
    const { host, show } = setUp();
    await expectNoLeaks(() => {
      const images = tf.tensor4d([0, 1, 0.5, 0.25], [2, 1, 2, 1]);
      show.images(images, { labels: [7, 'one'], columns: 2, title: 'Digits' });
      images.dispose();
    });
    expect((await host.outputs())[0]).toMatchObject({
      figure: { kind: 'images', title: 'Digits' },
    });
    expect(framesOf(host)).toEqual([
      {
        pixels: { count: 2, height: 1, width: 2, channels: 1, levels: Uint8Array.of(0, 254, 127, 64), ranges: Float32Array.of(0, 1, 0, 1) }, // prettier-ignore
        labels: ['7', 'one'],
        columns: 2,
        ramp: 'ink',
        scale: 'unit',
      },
    ]);
  });

  it('takes one image, a drawing, a list, and colours', () => {
    const { host, show } = setUp();
    show.images([[0, 1, 1, 0], Float32Array.of(1, 0, 0, 1)]);
    show.images(Float32Array.of(0, 1, 1, 0));
    const color = tf.ones<tf.Rank.R3>([2, 2, 3]);
    const gray = tf.zeros([5, 2, 2]);
    show.images(color);
    show.images([color, color]);
    show.images(gray);
    tf.dispose([color, gray]);
    expect(framesOf(host).map(({ pixels, ramp }) => [pixels.count, pixels.channels, ramp])).toEqual(
      [[2, 1, 'ink'], [1, 1, 'ink'], [1, 3, 'color'], [2, 3, 'color'], [5, 1, 'ink']], // prettier-ignore
    );
  });

  it('draws what is negative around zero', () => {
    const { host, show } = setUp();
    show.images([[-1, 0, 0, 0.5]]);
    expect(framesOf(host)[0]).toMatchObject({ ramp: 'diverging', scale: 'all' });
    expect([...framesOf(host)[0]!.pixels.levels]).toEqual([0, 127, 127, 191]);
  });

  it('says what is wrong, and then shows nothing', async () => {
    const { host, show } = setUp();
    const deep = tf.zeros([1, 4, 4, 8]);
    expect(() => show.images(deep)).toThrow('Its last axis has 8 channels; an image has 1 or 3');
    deep.dispose();
    expect(() => show.images([1, 2, 3])).toThrow('3 numbers is no square image');
    expect(() => show.images([[1], [1, 2, 3, 4]])).toThrow(
      'image 1 is 2 x 2 x 1, but image 0 is 1',
    );
    expect(() => show.images([[1]], { labels: ['a', 'b'] })).toThrow('1 images, but 2 labels');
    expect(() => show.images([[1]], { ramp: 'red' as never })).toThrow("ramp is one of 'ink'");
    expect(() => show.images([[1]], { columns: 0 })).toThrow('columns is a whole number');
    expect(() => show.images(5 as never)).toThrow('needs images');
    expect(await host.outputs()).toEqual([]);
  });
});

function convolutional() {
  const model = tf.sequential();
  model.add(
    tf.layers.conv2d({ filters: 2, kernelSize: [1, 2], inputShape: [2, 3, 1], name: 'c1' }),
  );
  model.add(tf.layers.conv2d({ filters: 2, kernelSize: 1, activation: 'relu', name: 'c2' }));
  model.add(tf.layers.flatten({ name: 'flat' }));
  model.add(tf.layers.dense({ units: 1, name: 'out' }));
  return model;
}

describe('show.filters', () => {
  it('draws one image a filter where it looks at one channel', () => {
    const { host, show } = setUp();
    const model = convolutional();
    // [height 1, width 2, in 1, out 2]: filter 1 is (1, 3), filter 2 is (-2, 4).
    model.layers[0]!.setWeights([tf.tensor4d([1, -2, 3, 4], [1, 2, 1, 2]), tf.zeros([2])]);
    show.filters(model.layers[0]!);
    const [frame] = framesOf(host);
    expect(frame?.pixels).toMatchObject({ count: 2, height: 1, width: 2 });
    expect([...frame!.pixels.ranges]).toEqual([-3, 3, -4, 4]);
    expect([...frame!.pixels.levels]).toEqual([169, 254, 64, 254]);
    model.dispose();
  });

  it('draws a row a filter, a column a channel that it looks at; or one channel', () => {
    const { host, show } = setUp();
    const model = convolutional();
    // [1, 1, in 2, out 2]: in 1 to filter 1, in 1 to filter 2, in 2 to filter 1, in 2 to filter 2.
    model.layers[1]!.setWeights([tf.tensor4d([1, 2, 3, -4], [1, 1, 2, 2]), tf.zeros([2])]);
    show.filters(model.layers[1]!);
    show.filters(model.layers[1]!, { channel: 1 });
    const [all, one] = framesOf(host);
    expect([all?.labels, all?.columns]).toEqual([['1·1', '1·2', '2·1', '2·2'], 2]);
    expect([...all!.pixels.ranges]).toEqual([-1, 1, -3, 3, -2, 2, -4, 4]);
    expect([...all!.pixels.levels]).toEqual([254, 254, 254, 0]);
    expect([...one!.pixels.ranges]).toEqual([-3, 3, -4, 4]);
    model.dispose();
  });

  it('draws filters of colours in colour', () => {
    const { host, show } = setUp();
    const layer = tf.layers.conv2d({ filters: 1, kernelSize: [1, 2], inputShape: [4, 4, 3] });
    const model = tf.sequential({ layers: [layer] });
    layer.setWeights([tf.tensor4d([0, 1, 2, 3, 4, 5], [1, 2, 3, 1]), tf.zeros([1])]);
    show.filters(layer);
    expect(framesOf(host)[0]).toMatchObject({ ramp: 'color', scale: 'each' });
    expect([...framesOf(host)[0]!.pixels.levels]).toEqual([0, 51, 102, 152, 203, 254]);
    model.dispose();
  });

  it('says what is wrong', () => {
    const { show } = setUp();
    const model = convolutional();
    expect(() => show.filters(model.layers[3]!)).toThrow('this is out (Dense)');
    expect(() => show.filters({} as never)).toThrow('needs a layer');
    expect(() => show.filters(model.layers[0]!, { channel: 1 })).toThrow('1 channels, 0 to 0');
    model.dispose();
  });
});

describe('show.featureMaps', () => {
  it('draws what each channel of a layer makes of the image', async () => {
    const { host, show } = setUp();
    const model = convolutional();
    model.layers[0]!.setWeights([tf.tensor4d([1, 0, 1, -1], [1, 2, 1, 2]), tf.zeros([2])]);
    await expectNoLeaks(() => show.featureMaps(model, [1, 2, 3, 4, 5, 6]));
    const [frame] = framesOf(host);
    // By hand: filter 1 adds neighbours, filter 2 is minus the right one.
    expect(frame?.pixels).toMatchObject({ count: 2, height: 2, width: 2 });
    expect([...frame!.pixels.ranges]).toEqual([-11, 11, -6, 6]);
    const levels = (values: number[], size: number) =>
      values.map((value) => Math.round(((value + size) / (2 * size)) * 254));
    expect([...frame!.pixels.levels]).toEqual([...levels([3, 5, 9, 11], 11), ...levels([-2, -3, -5, -6], 6)]); // prettier-ignore
    model.dispose();
  });

  it('takes a layer by name or place, and says what is wrong', () => {
    const { host, show } = setUp();
    const model = convolutional();
    const image = tf.ones([1, 2, 3, 1]);
    show.featureMaps(model, image, { layer: 'c2' });
    show.featureMaps(model, image, { layer: 1 });
    expect(framesOf(host)[0]).toEqual(framesOf(host)[1]);
    expect(() => show.featureMaps(model, image, { layer: 'flat' })).toThrow(
      'flat makes none. Those',
    );
    expect(() => show.featureMaps(model, image, { layer: 9 })).toThrow('there is no layer 9');
    expect(() => show.featureMaps(model, [1, 2])).toThrow(
      'images of 2 x 3 x 1, but this one has 2',
    );
    image.dispose();
    model.dispose();
  });
});

describe('watch.images', () => {
  it('adds images step by step', async () => {
    const { host, watch } = setUp();
    const samples = watch.images({ stepName: 'epoch', ramp: 'gray' });
    await samples.add(1, [[0, 0, 0, 1]]);
    await samples.add(2, [[0, 1, 0, 1]], ['better']);
    expect(host.framesOf('images').map(({ step, data }) => [step, data.labels, data.ramp])).toEqual(
      [
        [1, [], 'gray'],
        [2, ['better'], 'gray'],
      ],
    );
    await expect(samples.add([[1]] as never, [[1]])).rejects.toThrow('needs the step first');
  });
});

import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
// eslint-disable-next-line import-x/no-restricted-paths -- the page's numbers are held against the library's
import { convolve } from '@/lib/figures/convolve/convolve';
// eslint-disable-next-line import-x/no-restricted-paths -- the page's numbers are held against the library's
import { geometryOf } from '@/lib/figures/convolve/geometry';
// eslint-disable-next-line import-x/no-restricted-paths -- the page's numbers are held against the library's
import { openMap, sharesAt } from '@/lib/figures/convnet/opened';
// eslint-disable-next-line import-x/no-restricted-paths -- the page's numbers are held against the library's
import { openAnswer } from '@/lib/figures/convnet/answer';
import { createShow } from './show';
import { fakeHost } from './testing/fake-host';
import { expectNoLeaks } from './testing/no-leaks';
import * as tf from './tf';
import { createWatch } from './watch';

function convolutional() {
  const seeded = () => tf.initializers.randomNormal({ seed: 3, stddev: 0.5 });
  const init = { kernelInitializer: seeded(), biasInitializer: seeded() };
  const model = tf.sequential();
  model.add(tf.layers.conv2d({ filters: 3, kernelSize: 3, activation: 'relu', inputShape: [9, 8, 2], ...init })); // prettier-ignore
  model.add(tf.layers.dropout({ rate: 0.5 }));
  model.add(tf.layers.maxPooling2d({ poolSize: 2 }));
  model.add(tf.layers.conv2d({ filters: 2, kernelSize: 2, strides: 2, padding: 'same', ...init }));
  model.add(tf.layers.flatten());
  model.add(tf.layers.dense({ units: 2, activation: 'softmax', ...init }));
  return model;
}

describe('show.convnet', () => {
  it('sends maps from whose numbers the page finds the same sums as TensorFlow.js', async () => {
    const host = fakeHost();
    const model = convolutional();
    const image = tf.randomUniform([9, 8, 2], 0, 1, 'float32', 7);
    await expectNoLeaks(() => createShow(host).convnet(model, image, { labels: ['a', 'b'] }));
    const data = host.framesOf('convnet')[0]!.data;
    expect(data.layers.map(({ kind }) => kind)).toEqual([
      'convolution',
      'max pooling',
      'convolution',
    ]);
    expect(data).toMatchObject({
      labels: ['a', 'b'],
      shares: true,
      parameters: model.countParams(),
    });
    const last = tf.model({
      inputs: model.inputs,
      outputs: model.layers[3]!.output as tf.SymbolicTensor,
    });
    const expected = tf.tidy(() => (last.predict(image.expandDims(0)) as tf.Tensor).squeeze([0]));
    const [height = 0, width = 0] = expected.shape;
    const reference = expected.dataSync();
    for (let map = 0; map < 2; map++) {
      const opened = openMap(data, 3, map, 0)!;
      for (let at = 0; at < height * width; at++) {
        const place = { row: Math.floor(at / width), column: at % width };
        const z = sharesAt(data, opened, place).reduce((a, b) => a + b, data.layers[2]!.bias[map]!);
        // Maps are kept to a byte a number: a 254th of the largest at most, for each of 12 products.
        expect(Math.abs(z - reference[2 * at + map]!)).toBeLessThan(0.05);
      }
    }
    tf.dispose([image, expected]);
    model.dispose();
  });

  const logitsOf = (model: tf.Sequential, image: tf.Tensor) =>
    tf.tidy(() => {
      const [last, before] = [model.layers.at(-1)!, model.layers.at(-2)!];
      const probe = tf.model({ inputs: model.inputs, outputs: before.output as tf.SymbolicTensor });
      const [kernel, bias] = last.getWeights();
      const inputs = probe.predict(image.expandDims(0)) as tf.Tensor2D;
      return inputs
        .matMul(kernel as tf.Tensor2D)
        .add(bias!)
        .dataSync();
    });

  it('sends what each map adds to an output, and what each unit does', async () => {
    const host = fakeHost();
    const show = createShow(host);
    const image = tf.randomUniform([9, 8, 2], 0, 1, 'float32', 7);
    const flat = convolutional();
    const deep = convolutional();
    deep.pop();
    deep.add(tf.layers.dense({ units: 5, activation: 'relu' }));
    deep.add(tf.layers.dense({ units: 3, activation: 'sigmoid' }));
    await expectNoLeaks(() => {
      show.convnet(flat, image);
      show.convnet(deep, image);
    });
    const [ofMaps, ofUnits] = host.framesOf('convnet').map(({ data }) => data);
    expect([ofMaps?.head?.ofMaps, ofUnits?.head?.ofMaps]).toEqual([true, false]);
    for (const [data, model, parts] of [
      [ofMaps!, flat, 2],
      [ofUnits!, deep, 5],
    ] as const) {
      // prettier-ignore
      const logits = logitsOf(model, image);
      logits.forEach((logit, index) => {
        const answer = openAnswer(data, index)!;
        expect(answer.parts).toHaveLength(parts);
        expect(answer.sum).toBeCloseTo(logit, 4);
      });
    }
    tf.dispose(image);
    flat.dispose();
    deep.dispose();
  });

  it('leaves out what ends in no dense layer, or in one too large to send', () => {
    const host = fakeHost();
    const layers = (...more: tf.layers.Layer[]) => {
      const first = tf.layers.conv2d({ filters: 8, kernelSize: 1, inputShape: [32, 32, 1] });
      return tf.sequential({ layers: [first, ...more] });
    };
    const pooled = layers(tf.layers.globalAveragePooling2d({}));
    const large = layers(tf.layers.flatten(), tf.layers.dense({ units: 3 }));
    const image = new Float32Array(32 * 32);
    for (const model of [pooled, large]) createShow(host).convnet(model, image);
    expect(host.framesOf('convnet').map(({ data }) => data.head)).toEqual([null, null]);
    pooled.dispose();
    large.dispose();
  });

  it('says what is wrong', () => {
    const show = createShow(fakeHost());
    const model = convolutional();
    expect(() => show.convnet(model, [1, 2])).toThrow('images of 9 x 8 x 2, but this one has 2');
    const image = new Float32Array(144);
    expect(() => show.convnet(model, image, { labels: ['a'] })).toThrow('2 outputs, but 1 labels');
    const flat = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [4] })] });
    expect(() => show.convnet(flat, image)).toThrow('needs a model that takes images');
    model.dispose();
    flat.dispose();
  });

  it('is recorded by watch, with filters and feature maps, epoch by epoch', async () => {
    const host = fakeHost();
    const model = convolutional();
    const image = new Float32Array(144).fill(0.5);
    model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' });
    const [x, y] = [tf.zeros([4, 9, 8, 2]), tf.ones([4, 2])];
    const callbacks = createWatch(host)(model, {
      every: 1,
      convnet: { image },
      featureMaps: { image, layer: 0 },
      filters: model.layers[3]!,
    });
    await model.fit(x, y, { epochs: 2, callbacks });
    expect(host.framesOf('convnet').map(({ step }) => step)).toEqual([0, 1, 2]);
    expect(host.framesOf('images')).toHaveLength(6);
    tf.dispose([x, y]);
    model.dispose();
  });
});

describe('the page’s convolution', () => {
  it('equals tf.conv2d over sizes, strides, dilations and paddings', () => {
    const input = tf.randomNormal([11, 9], 0, 1, 'float32', 5);
    for (const [rows, columns] of [
      [1, 1],
      [3, 3],
      [2, 3],
      [4, 3],
    ] as const) {
      for (const [stride, dilation] of [
        [1, 1],
        [2, 1],
        [3, 1],
        [1, 2],
        [1, 3],
      ] as const) {
        for (const padding of ['valid', 'same'] as const) {
          const kernel = tf.randomNormal([rows, columns], 0, 1, 'float32', 6);
          const expected = tf.tidy(() => tf.conv2d(input.reshape([11, 9, 1]) as tf.Tensor3D, kernel.reshape([rows, columns, 1, 1]) as tf.Tensor4D, stride, padding, 'NHWC', dilation)); // prettier-ignore
          const plane = (tensor: tf.Tensor) => ({ height: tensor.shape[0] ?? 0, width: tensor.shape[1] ?? 0, values: tensor.dataSync() as Float32Array }); // prettier-ignore
          const geometry = geometryOf(plane(input), plane(kernel), { stride, dilation, padding });
          const own = convolve(plane(input), plane(kernel), geometry);
          expect([own.height, own.width]).toEqual(expected.shape.slice(0, 2));
          expected.dataSync().forEach((value, at) => expect(own.values[at]).toBeCloseTo(value, 4));
          tf.dispose([kernel, expected]);
        }
      }
    }
    input.dispose();
  });
});

describe('show.convolution and show.kernel', () => {
  it('take rows, tensors and drawings', async () => {
    const host = fakeHost();
    const show = createShow(host);
    await expectNoLeaks(() => {
      const image = tf.ones([1, 4, 4, 1]);
      show.convolution(image, [[1, 2], [3, 4]], { stride: 2, padding: 'same' }); // prettier-ignore
      const corner = image.slice([0, 0, 0, 0], [1, 2, 2, 1]);
      show.convolution(new Float32Array(16), corner);
      corner.dispose();
      show.kernel(image);
      image.dispose();
    });
    expect(host.framesOf('convolution')[0]!.data).toMatchObject({
      input: { height: 4, width: 4 },
      kernel: { height: 2, width: 2, values: Float32Array.of(1, 2, 3, 4) },
      stride: 2,
      padding: 'same',
    });
    expect(host.framesOf('kernel')[0]!.data).toMatchObject({ size: 3, picture: { height: 4 } });
  });

  it('say what is wrong', () => {
    const show = createShow(fakeHost());
    const drawing = new Float32Array(16);
    expect(() => show.convolution(drawing, [[1, 2], [3]])).toThrow('row 1 has 1 numbers'); // prettier-ignore
    expect(() => show.convolution(drawing, [[1]], { stride: 0 })).toThrow(
      'stride is a whole number',
    );
    expect(() => show.convolution(drawing, [[1]], { padding: 'full' as never })).toThrow(
      "'valid' or 'same'",
    );
    expect(() => show.kernel(drawing, { kernels: {} })).toThrow('at least one kernel');
    expect(() => show.kernel(drawing, { kernels: { a: [[1]], b: [[1, 2]] } })).toThrow(
      '“b” is 1 x 2',
    );
  });
});

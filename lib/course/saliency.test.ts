import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { heatsOf } from './saliency';
import { createShow } from './show';
import { fakeHost } from './testing/fake-host';
import { expectNoLeaks } from './testing/no-leaks';
import * as tf from './tf';

function small() {
  const init = (seed: number) => ({ kernelInitializer: tf.initializers.randomNormal({ seed, stddev: 0.6 }) }); // prettier-ignore
  const model = tf.sequential();
  model.add(tf.layers.conv2d({ filters: 3, kernelSize: 2, activation: 'tanh', inputShape: [4, 5, 2], ...init(1) })); // prettier-ignore
  model.add(tf.layers.flatten());
  model.add(tf.layers.dense({ units: 3, activation: 'softmax', ...init(2) }));
  return model;
}

/** The logarithm of a softmax output is the score less what all classes share, so scores differ as logarithms do. */
function scoreDifference(model: tf.LayersModel, image: tf.Tensor): number {
  return tf.tidy(() => {
    const [a = 0, b = 0] = (model.predict(image) as tf.Tensor).log().dataSync();
    return a - b;
  });
}

describe('show.saliency', () => {
  it('has gradients that finite differences confirm', () => {
    const model = small();
    const image = tf.randomUniform([1, 4, 5, 2], 0, 1, 'float32', 3);
    // Both scores of a pair of classes move with a pixel; of a single class the gradient is tested by its difference.
    const gradient = tf.grad((x: tf.Tensor) =>
      (model.predict(x) as tf.Tensor)
        .log()
        .mul([[1, -1, 0]])
        .sum(),
    )(image);
    const values = Array.from(image.dataSync());
    const step = 1e-2;
    gradient.dataSync().forEach((value, at) => {
      const moved = (by: number) => {
        const other = tf.tensor(
          values.map((v, i) => (i === at ? v + by : v)),
          [1, 4, 5, 2],
        );
        const score = scoreDifference(model, other);
        other.dispose();
        return score;
      };
      expect((moved(step) - moved(-step)) / (2 * step)).toBeCloseTo(value, 2);
    });
    tf.dispose([image, gradient]);
    model.dispose();
  });

  it('is the gradient of one score, checked pixel by pixel, and Grad-CAM by its formula', () => {
    const model = small();
    const image = tf.randomUniform([1, 4, 5, 2], 0, 1, 'float32', 3);
    const heats = tf.tidy(() => heatsOf(model.layers, 0, image, 3));
    const [kernel, bias] = model.layers[2]!.getWeights();
    const [w, b] = [kernel!.arraySync() as number[][], bias!.arraySync() as number[]];
    const flat = tf.model({ inputs: model.inputs, outputs: model.layers[1]!.output as tf.SymbolicTensor }); // prettier-ignore
    const score = (values: number[], index: number) =>
      tf.tidy(() => {
        const x = flat.predict(tf.tensor(values, [1, 4, 5, 2])) as tf.Tensor;
        return Array.from(x.dataSync()).reduce((sum, v, i) => sum + v * w[i]![index]!, b[index]!);
      });
    const values = Array.from(image.dataSync());
    const saliency = heats.saliency.arraySync() as number[][][];
    const step = 1e-2;
    for (const [row, column] of [
      [0, 0],
      [1, 3],
      [3, 4],
      [2, 2],
    ] as const) {
      const sizes = [0, 1].map((channel) => {
        const at = (row * 5 + column) * 2 + channel;
        const moved = (by: number) =>
          score(
            values.map((v, i) => (i === at ? v + by : v)),
            1,
          );
        return Math.abs((moved(step) - moved(-step)) / (2 * step));
      });
      expect(saliency[1]![row]![column]).toBeCloseTo(Math.max(...sizes), 2);
    }
    // The score is linear in the maps, so its gradient over map k is the weights themselves.
    const maps = tf.tidy(() => model.layers[0]!.apply(image) as tf.Tensor4D);
    const a = maps.arraySync()[0]!;
    const alpha = [0, 1, 2].map((k) => w.reduce((sum, row, i) => (i % 3 === k ? sum + row[2]! / 12 : sum), 0)); // prettier-ignore
    const cam = heats.activation.arraySync() as number[][][];
    a.forEach((cells, row) =>
      cells.forEach((channels, column) => {
        const expected = Math.max(
          0,
          channels.reduce((sum, v, k) => sum + v * alpha[k]!, 0),
        );
        expect(cam[2]![row]![column]).toBeCloseTo(expected, 4);
      }),
    );
    tf.dispose([image, heats, maps]);
    model.dispose();
  });

  it('draws both for each class, begins with the likeliest, and leaves nothing behind', async () => {
    const host = fakeHost();
    const model = small();
    const image = tf.randomUniform([4, 5, 2], 0, 1, 'float32', 3);
    expect(() => createShow(host).saliency(model, image)).toThrow('images of 1 or 3 channels');
    image.dispose();
    model.dispose();
    const gray = tf.sequential({
      layers: [
        tf.layers.conv2d({ filters: 2, kernelSize: 3, inputShape: [6, 6, 1] }),
        tf.layers.flatten(),
        tf.layers.dense({ units: 2, activation: 'softmax' }),
      ],
    });
    await expectNoLeaks(() => createShow(host).saliency(gray, new Float32Array(36).fill(0.5), { labels: ['a', 'b'] })); // prettier-ignore
    const data = host.framesOf('overlay')[0]!.data;
    expect(data.methods.map(({ name, heats }) => [name, heats.count, heats.height])).toEqual([
      ['class activation', 2, 4],
      ['saliency', 2, 6],
    ]);
    expect(data.scores[data.chosen]).toBe(Math.max(...data.scores));
    gray.dispose();
  });
});

import { expect, it } from 'vitest';
import { layerNumbers, maxNumbers, setLayerNumbers } from './layer-numbers';
import * as tf from './tf';

const nameOf = (layer: tf.layers.Layer) => layer.name;
const dense = () => tf.layers.dense({ units: 1 });

it('names layers as if none had been made before', () => {
  setLayerNumbers({});
  const first = [dense(), dense(), tf.layers.flatten()].map(nameOf);
  expect(first).toEqual(['dense_Dense1', 'dense_Dense2', 'flatten_Flatten1']);
  setLayerNumbers({});
  expect([dense(), dense(), tf.layers.flatten()].map(nameOf)).toEqual(first);
  expect(tf.sequential().name).toBe('sequential_1');
});

it('goes on from given numbers', () => {
  setLayerNumbers({});
  dense();
  const numbers = layerNumbers();
  dense();
  dense();
  setLayerNumbers(numbers);
  expect(dense().name).toBe('dense_Dense2');
});

it('leaves no trace of its search', () => {
  layerNumbers();
  expect('LayerwiseProbe' in {}).toBe(false);
});

it('builds models of layers that share a name across runs', async () => {
  await import('@tensorflow/tfjs-backend-cpu');
  const outputs = [1, 2].map((weight) => {
    setLayerNumbers({});
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
    model.setWeights([tf.tensor2d([[weight]]), tf.zeros([1])]);
    return (model.predict(tf.ones([1, 1])) as tf.Tensor).dataSync()[0];
  });
  expect(outputs).toEqual([1, 2]);
});

it('takes the larger of each number', () => {
  expect(
    maxNumbers([
      { Dense: 2, Conv2D: 1 },
      { Dense: 1, Flatten: 4 },
    ]),
  ).toEqual({
    ...{ Dense: 2, Conv2D: 1, Flatten: 4 },
  });
});

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

describe('show.network', () => {
  const small = () =>
    tf.sequential({
      layers: [
        tf.layers.dense({ units: 2, inputShape: [3], activation: 'relu', name: 'hidden' }),
        tf.layers.dropout({ rate: 0.5, name: 'drop' }),
        tf.layers.dense({ units: 1, useBias: false, name: 'out' }),
      ],
    });

  it('counts the layers that the reader did not name', async () => {
    const { host, show } = setUp();
    await expectNoLeaks(() => {
      const model = tf.sequential({
        layers: [tf.layers.dense({ units: 2, inputShape: [3] }), tf.layers.dense({ units: 1 })],
      });
      show.network(model);
      model.dispose();
    });
    const names = host.framesOf('network')[0]?.data.layers.map((layer) => layer.name);
    expect(names).toEqual(['dense 1', 'dense 2']);
  });

  it('draws the dense layers with their weights', async () => {
    const { host, show } = setUp();
    await expectNoLeaks(() => {
      const model = small();
      tf.tidy(() =>
        model.layers[0]?.setWeights([
          tf.tensor2d([
            [1, 2],
            [3, 4],
            [5, 6],
          ]),
          tf.tensor1d([7, 8]),
        ]),
      );
      tf.tidy(() => model.layers[2]?.setWeights([tf.tensor2d([[9], [10]])]));
      show.network(model, { inputs: ['a', 'b', 'c'], title: 'Mine', caption: 'Look.' });
      model.dispose();
    });
    expect((await host.outputs())[0]).toMatchObject({
      figure: { title: 'Mine', caption: 'Look. Not drawn: drop (Dropout).' },
    });
    expect(host.framesOf('network')[0]?.data).toEqual({
      inputs: ['a', 'b', 'c'],
      outputs: ['output'],
      layers: [
        {
          name: 'hidden',
          activation: 'relu',
          inputs: 3,
          units: 2,
          kernel: Float32Array.of(1, 2, 3, 4, 5, 6),
          bias: Float32Array.of(7, 8),
        },
        {
          name: 'out',
          activation: 'linear',
          inputs: 2,
          units: 1,
          kernel: Float32Array.of(9, 10),
          bias: Float32Array.of(0),
        },
      ],
    });
  });

  it('draws the part of a model from where it is a chain of dense layers', () => {
    const { host, show } = setUp();
    const image = tf.sequential({
      layers: [
        tf.layers.conv2d({ filters: 2, kernelSize: 3, inputShape: [4, 4, 1], name: 'conv' }),
        tf.layers.flatten({ name: 'flat' }),
        tf.layers.dense({ units: 3, name: 'classes' }),
        tf.layers.activation({ activation: 'softmax', name: 'soft' }),
      ],
    });
    show.network(image);
    const input = tf.input({ shape: [4] });
    const branches = [1, 2].map(
      () => tf.layers.dense({ units: 2 }).apply(input) as tf.SymbolicTensor,
    );
    const joined = tf.layers.concatenate().apply(branches) as tf.SymbolicTensor;
    const output = tf.layers.dense({ units: 1, name: 'top' }).apply(joined) as tf.SymbolicTensor;
    const branched = tf.model({ inputs: input, outputs: output });
    show.network(branched);
    const drawn = host.framesOf('network').map((frame) => frame.data);
    // The 4x4 image shrinks to 2x2 with 2 filters: 8 inputs.
    expect(drawn[0]?.layers.map((layer) => [layer.name, layer.inputs])).toEqual([['classes', 8]]);
    expect(drawn[0]?.inputs[7]).toBe('input 8');
    expect(drawn[1]?.layers.map((layer) => [layer.name, layer.inputs])).toEqual([['top', 4]]);
    image.dispose();
    branched.dispose();
  });

  it('says what is wrong', () => {
    const { show } = setUp();
    const model = small();
    expect(() => show.network(model, { inputs: ['a'] })).toThrow('3 inputs, but 1 names');
    expect(() => show.network(model, { outputs: ['a', 'b'] })).toThrow('1 output, but 2 names');
    expect(() => show.network(tf.sequential())).toThrow('has none: no layers');
    expect(() => show.network({} as never)).toThrow('show.network needs a model');
    model.dispose();
  });
});

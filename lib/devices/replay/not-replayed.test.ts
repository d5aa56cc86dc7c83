import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWasm } from '../testing/start-wasm';
import { expectSame } from './testing/expect-replayed';
import { numbers, truths } from './testing/numbers';
import { bothWays } from './testing/replay-both-ways';

beforeAll(startWasm);

const rows = 41;
const data = { x: () => numbers([rows, 8], 2), y: () => truths(rows) };
const args = { epochs: 4, batchSize: 8 };

describe('what is not replayed', () => {
  const head = () => tfl.layers.dense({ units: 6, activation: 'relu', inputShape: [8] });
  const compiled = (layers: tfl.layers.Layer[], loss: string | (() => never)) => () => {
    const model = tfl.sequential({ layers });
    model.compile({ optimizer: 'adam', loss: loss as string });
    return model;
  };
  class Doubling extends tfl.layers.Layer {
    static className = 'Doubling';
    override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
      return tf.mul(Array.isArray(inputs) ? inputs[0]! : inputs, 2);
    }
  }
  // The base class is not exported.
  const Regularizer = Object.getPrototypeOf(tfl.regularizers.l2().constructor) as new () => object;
  class Fading extends Regularizer {
    rate = 1;
    apply(x: tf.Tensor): tf.Tensor {
      this.rate *= 0.9;
      return tf.mul(tf.sum(tf.abs(x)), this.rate);
    }
  }
  const penalized = () =>
    tfl.layers.dense({ units: 6, inputShape: [8], kernelRegularizer: new Fading() as never });
  const own = (a: tf.Tensor, b: tf.Tensor) => tf.abs(tf.sub(a, b));

  it.each<[string, () => tfl.LayersModel]>([
    [
      'dropout',
      () =>
        compiled(
          [head(), tfl.layers.dropout({ rate: 0.5 }), tfl.layers.dense({ units: 1 })],
          'meanSquaredError',
        )(),
    ],
    [
      'a layer of a reader’s own',
      () =>
        compiled([head(), new Doubling({}), tfl.layers.dense({ units: 1 })], 'meanSquaredError')(),
    ],
    [
      'a penalty of a reader’s own',
      () => compiled([penalized(), tfl.layers.dense({ units: 1 })], 'meanSquaredError')(),
    ],
    [
      'a loss of a reader’s own',
      () => compiled([head(), tfl.layers.dense({ units: 1 })], own as never)(),
    ],
  ])('%s learns as always', async (_, make) => {
    const both = await bothWays({ ...data, make, args });
    expect(both.replayed.replays).toBe(0);
    expectSame(both);
  });
});

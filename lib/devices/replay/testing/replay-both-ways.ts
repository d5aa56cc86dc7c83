import * as tf from '@tensorflow/tfjs-core';
import type { History, LayersModel, ModelFitArgs, Sequential } from '@tensorflow/tfjs-layers';
import { installedNative } from '../../native';
import { installReplay } from '../install';
import { numbers, seeded } from './numbers';

/** What a training gives: the history, and the weights after it, the optimizer's too. */
export type Trained = {
  history: Record<string, number[]>;
  weights: Float32Array[];
  /** What callbacks looked at. */
  seen: number[];
  replays: number;
};

export type Case = {
  /** A compiled model; its initial weights are made the same for both. */
  make(): LayersModel | Sequential;
  x(): tf.Tensor | tf.Tensor[];
  y(): tf.Tensor | tf.Tensor[];
  args?: ModelFitArgs;
  /** What is done instead of one `fit` with `args`. */
  train?(
    model: LayersModel,
    x: tf.Tensor | tf.Tensor[],
    y: tf.Tensor | tf.Tensor[],
    seen: number[],
  ): Promise<Pick<History, 'history'>>;
};

/** The same training by TensorFlow.js alone and with replay. */
export async function bothWays(one: Case): Promise<{ plain: Trained; replayed: Trained }> {
  const plain = await trained(one);
  const { undo } = installReplay();
  try {
    return { plain, replayed: await trained(one) };
  } finally {
    undo();
  }
}

async function trained({ make, x, y, args, train }: Case): Promise<Trained> {
  const { random } = Math;
  Math.random = seeded(7);
  const native = installedNative()!;
  const { replay } = native;
  const seen: number[] = [];
  let replays = 0;
  native.replay = (at, end) => {
    replays += 1;
    replay(at, end);
  };
  const model = make();
  try {
    model.setWeights(model.getWeights().map(({ shape }, i) => tf.mul(numbers(shape, i + 3), 0.5)));
    const [xs, ys] = [x(), y()];
    const { history } = await (train?.(model, xs, ys, seen) ??
      model.fit(xs, ys, { verbose: 0, ...args }));
    // Adamax gives none.
    const slots = await model.optimizer.getWeights().catch(() => []);
    const all = [...model.getWeights(), ...slots.map(({ tensor }) => tensor)];
    const weights = all.map((tensor) => Float32Array.from(tensor.dataSync()));
    return { history: history as Record<string, number[]>, weights, seen, replays };
  } finally {
    Math.random = random;
    native.replay = replay;
  }
}

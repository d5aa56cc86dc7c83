import * as tf from '../tf';

/** A model of one dense layer with two inputs, compiled. */
export function makeModel(units = 1) {
  const model = tf.sequential({
    layers: [tf.layers.dense({ units, inputShape: [2], activation: 'sigmoid', name: 'only' })],
  });
  model.compile({
    optimizer: tf.train.sgd(0.5),
    loss: 'binaryCrossentropy',
    metrics: ['accuracy'],
  });
  return model;
}

/** All pairs of bits. */
export const rows = [[0, 0], [0, 1], [1, 0], [1, 1]]; // prettier-ignore

/** Trains on the OR function with everything watched; leaves no tensor of its own behind. */
export async function train(model: tf.LayersModel, args: tf.ModelFitArgs) {
  const xs = tf.tensor2d(rows);
  const ys = tf.tensor2d([[0], [1], [1], [1]]);
  try {
    return await model.fit(xs, ys, args);
  } finally {
    tf.dispose([xs, ys]);
  }
}

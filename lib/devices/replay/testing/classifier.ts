import type * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';

const { dense } = tfl.layers;

/** A small network for rows of eight numbers and one truth. */
export function classifier(
  optimizer: () => tf.Optimizer | string = () => 'adam',
): () => tfl.LayersModel {
  return () => {
    const model = tfl.sequential({
      layers: [
        dense({ units: 9, activation: 'relu', inputShape: [8] }),
        dense({ units: 5, activation: 'tanh' }),
        dense({ units: 1, activation: 'sigmoid' }),
      ],
    });
    const made = optimizer();
    model.compile({
      optimizer: made,
      loss: 'binaryCrossentropy',
      metrics: ['accuracy', 'mse'],
    });
    return model;
  };
}

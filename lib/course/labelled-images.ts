import * as tf from './tf';
import type { LabelledImages } from './types/images';

/** `labels[i]` is the class of image i, `pixels` holds all images one after another. */
type Parts = {
  pixels: Float32Array;
  labels: number[];
  classes: number;
  /** Height, width, channels. */
  shape: [number, number, number];
};

export function labelledImages({ pixels, labels, classes, shape }: Parts): LabelledImages {
  const oneHot = new Float32Array(labels.length * classes);
  for (const [at, label] of labels.entries()) oneHot[at * classes + label] = 1;
  return {
    x: tf.tensor4d(pixels, [labels.length, ...shape]),
    y: tf.tensor2d(oneHot, [labels.length, classes]),
    labels,
    length: labels.length,
  };
}

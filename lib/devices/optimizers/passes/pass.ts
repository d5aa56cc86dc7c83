import type * as tf from '@tensorflow/tfjs-core';
import type { Step } from '../rule';

/** One variable to update: it, its gradient and slots all hold floats and have one shape. */
export type Update = {
  step: Step;
  weight: tf.Variable;
  gradient: tf.Tensor;
  slots: readonly { letter: string; variable: tf.Variable }[];
};

/** Updates one variable and its slots on one kind of backend, within a `tidy`. */
export type Pass = (update: Update) => void;

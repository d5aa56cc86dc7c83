import * as tf from '@tensorflow/tfjs-core';
import { applyFused, type Gradients } from './apply-fused';
import type { Rule } from './rule';
import { adadelta } from './rules/adadelta';
import { adagrad } from './rules/adagrad';
import { adam } from './rules/adam';
import { adamax } from './rules/adamax';
import { momentum } from './rules/momentum';
import { rmsProp } from './rules/rms-prop';
import { sgd } from './rules/sgd';

/**
 * Has TensorFlow.js's optimizers update each variable in one pass, where they make up to a dozen operations of it. The
 * learning curves stay the same to rounding, and all else that an optimizer has: its weights, names, iterations.
 *
 * @returns a function that undoes it.
 */
export function installFusedOptimizers(): () => void {
  const undo = [
    install(tf.SGDOptimizer, sgd),
    install(tf.MomentumOptimizer, momentum),
    install(tf.RMSPropOptimizer, rmsProp),
    install(tf.AdamOptimizer, adam),
    install(tf.AdamaxOptimizer, adamax),
    install(tf.AdagradOptimizer, adagrad),
    install(tf.AdadeltaOptimizer, adadelta),
  ];
  return () => undo.forEach((each) => each());
}

type OptimizerClass = { prototype: tf.Optimizer };

/** Present on every optimizer; not part of its public types. */
type Counting = { incrementIterations(): void };

function install<O extends object>({ prototype }: OptimizerClass, rule: Rule<O>): () => void {
  const own = Object.getOwnPropertyDescriptor(prototype, 'applyGradients')!;
  const original = own.value as (this: O, gradients: Gradients) => void;
  const methods = {
    applyGradients(this: O & Counting, gradients: Gradients): void {
      if (applyFused(rule, this, gradients)) this.incrementIterations();
      else original.call(this, gradients);
    },
  };
  Object.defineProperty(prototype, 'applyGradients', { ...own, value: methods.applyGradients });
  return () => void Object.defineProperty(prototype, 'applyGradients', own);
}

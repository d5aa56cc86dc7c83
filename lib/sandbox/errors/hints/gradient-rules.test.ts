import { describe } from 'vitest';
import { testHints, tf, zeros } from './testing/real-failures';

const variable = () => tf.variable(zeros([2]));
const sgd = () => tf.train.sgd(0.1);

/** A loss computed from a variable of its own. */
function minimize(loss: (weights: ReturnType<typeof variable>) => unknown) {
  const weights = variable();
  try {
    return sgd().minimize(() => loss(weights), false, [weights]);
  } finally {
    weights.dispose();
  }
}

describe('hints: gradients', () => {
  testHints([
    [
      'grad that does not use its argument',
      () => tf.grad(() => tf.scalar(1))(zeros([2])),
      /^Cannot compute gradient of y/,
      /computed from the variables/,
    ],
    [
      'minimize without variables',
      () => minimize(() => tf.scalar(1)),
      /^Cannot find a connection/,
      /computed from the variables/,
    ],
    [
      'minimize of a vector',
      () => minimize((weights) => weights.mul(2)),
      /must return a scalar/,
      /`minimize` .* returned a tensor of rank 1: end it with `\.mean\(\)`/,
    ],
    [
      'minimize without return',
      () => minimize((weights) => void weights.sum()),
      /must be a tensor/,
      /write `return` in a function with braces/,
    ],
    [
      'minimize of a number',
      () => minimize((weights) => weights.sum().dataSync()[0]),
      /must be a tensor/,
      /return the loss itself, not a number of it/,
    ],
    [
      'minimize of an async function',
      () => minimize(async (weights) => weights.sum()),
      /must be a tensor/,
      /do not make it `async`/,
    ],
    [
      'minimize of a tensor',
      () => sgd().minimize(tf.scalar(1)),
      /must be a function/,
      /not the loss/,
    ],
    [
      'variables that are not trainable',
      () => {
        const fixed = tf.variable(zeros([2]), false);
        return sgd().minimize(() => fixed.sum(), true, [fixed]);
      },
      /trainable/,
      /none of the 1 is trainable/,
    ],
    [
      'no variables',
      () => tf.variableGrads(() => tf.scalar(1), []),
      /trainable/,
      /none is there yet/,
    ],
    [
      'an operation without gradient',
      () => minimize((weights) => tf.topk(weights, 1).values.sum()),
      /gradient function not found/,
      /goes through `topK`, which has no gradient/,
    ],
    [
      'grads of a tensor',
      () => tf.grads((a: never) => a)(zeros([2])),
      /^The args/,
      /`tf\.grads\(f\)\(\[a, b\]\)`/,
    ],
    [
      'dy of another shape',
      () => tf.grad((x: ReturnType<typeof variable>) => x.mul(2))(zeros([2]), zeros([3])),
      /^Error in gradient/,
      /has shape \[3\], and its input has \[2\]/,
    ],
    ['tidy of a tensor', () => tf.tidy(zeros([1])), /tidy/, /`tf\.tidy` takes a function/],
  ]);
});

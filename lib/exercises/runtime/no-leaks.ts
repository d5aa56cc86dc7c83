import * as tf from '@/lib/course/tf';
import { Failure } from './failure';

/** What the function makes, other than what it gives back, it disposes of. */
export async function noLeaks(fn: () => unknown): Promise<void> {
  const before = tf.memory().numTensors;
  const result = await fn();
  tf.dispose(result as tf.TensorContainer);
  const left = tf.memory().numTensors - before;
  if (left === 0) return;
  throw new Failure(
    left > 0
      ? `${left} ${left === 1 ? 'tensor was' : 'tensors were'} left behind. Wrap the work in \`tf.tidy\`, or dispose of what is not given back.`
      : `${-left} ${left === -1 ? 'tensor was' : 'tensors were'} disposed of that the function had not made.`,
  );
}

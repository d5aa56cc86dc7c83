import * as tf from '@tensorflow/tfjs-core';

/**
 * Gives a variable a value that a backend has made, through `assign`, so that whoever watches variables sees it. The
 * `tidy` around it lets go of the value's own hold.
 */
export function put(variable: tf.Variable, { dataId, dtype, shape }: tf.TensorInfo): void {
  variable.assign(tf.engine().makeTensorFromTensorInfo({ dataId, dtype, shape }));
}

/**
 * The namespace that a reader's cell knows as `tf`: core with chained ops (`x.add(y)`) and gradients,
 * layers, and `tf.data`, as in the package `@tensorflow/tfjs`. It brings no backend: the sandbox
 * loads those on demand, tests import `@tensorflow/tfjs-backend-cpu`. Core and layers share no name;
 * the test beside this file checks that it stays so, since a shared one would silently vanish.
 */
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import { version_core } from '@tensorflow/tfjs-core';
import { version_data } from '@tensorflow/tfjs-data';
import { version_layers } from '@tensorflow/tfjs-layers';

export * from '@tensorflow/tfjs-core';
export * from '@tensorflow/tfjs-layers';
export * as data from '@tensorflow/tfjs-data';
// These go before those of core and layers.
export { tensor, tensor2d, tensor3d, tensor4d } from './checked-tensors';
export { registerCallbackConstructor } from './registered-callbacks';

/** The versions of the packages behind `tf`; `tfjs` is the one that they are released under. */
export const version = {
  tfjs: version_core,
  'tfjs-core': version_core,
  'tfjs-data': version_data,
  'tfjs-layers': version_layers,
};

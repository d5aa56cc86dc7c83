import * as tf from '@tensorflow/tfjs-core';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { Update } from './pass';
import { put } from './put';

/** In plain JavaScript. Nothing is changed in place: `dataSync` hands out the arrays themselves. */
export function cpuPass({ step, weight, gradient, slots }: Update): void {
  const backend = tf.backend() as MathBackendCPU;
  const valuesOf = ({ dataId }: tf.Tensor) => backend.data.get(dataId).values as Float32Array;
  const keep = (variable: tf.Variable, values: Float32Array) =>
    put(variable, backend.makeTensorInfo(variable.shape, 'float32', values));

  const out = new Float32Array(weight.size);
  const copies = slots.map(({ variable }) => valuesOf(variable).slice());
  step.loop(valuesOf(weight), valuesOf(gradient), out, ...copies);
  slots.forEach(({ variable }, i) => keep(variable, copies[i]!));
  keep(weight, out);
}

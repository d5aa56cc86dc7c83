import { readsAreAsync } from '@/lib/course/read-values';
import { mapSoon, type Soon } from '@/lib/course/soon';
import * as tf from '@/lib/course/tf';
import { engine } from './engine';

/** What a tensor is to a matcher: read from TensorFlow.js itself, not by methods that an answer may have given it. */
export type Reading = { shape: number[]; dtype: string; values: number[] };

/** Own values alone: a getter could say another thing each time. */
function own(value: object, key: string): unknown {
  return Reflect.getOwnPropertyDescriptor(value, key)?.value;
}

/** Whether TensorFlow.js made it: `instanceof tf.Tensor` is true of all that has the right methods. */
export function isRealTensor(value: unknown): value is tf.Tensor {
  if (typeof value !== 'object' || value === null) return false;
  const dataId = own(value, 'dataId');
  if (typeof dataId !== 'object' || dataId === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  const isTensor = prototype === tf.Tensor.prototype || prototype === tf.Variable.prototype;
  return isTensor && Array.isArray(own(value, 'shape'));
}

/** Whether its values are still there. */
export const isAlive = (tensor: tf.Tensor): boolean =>
  own(tensor, 'isDisposedInternal') === false && engine.state.tensorInfo.has(tensor.dataId);

export function shapeOf(tensor: tf.Tensor): number[] {
  return Array.from(own(tensor, 'shape') as ArrayLike<unknown>, Number);
}

/**
 * The numbers in row-major order; of booleans 0 and 1.
 * @throws {TypeError} for what is disposed, and for strings and complex numbers.
 */
export function readTensor(tensor: tf.Tensor): Soon<Reading> {
  if (!isAlive(tensor)) throw new TypeError('a tensor that has been disposed of');
  const dtype = String(own(tensor, 'dtype'));
  if (dtype === 'string' || dtype === 'complex64') {
    throw new TypeError(`a tensor of type ${dtype}, where one of numbers is needed`);
  }
  const shape = shapeOf(tensor);
  const dataId = own(tensor, 'dataId') as object;
  return mapSoon(readsAreAsync() ? engine.read(dataId) : engine.readSync(dataId), (read) => ({
    shape,
    dtype,
    values: Array.from(read as ArrayLike<number>, Number),
  }));
}

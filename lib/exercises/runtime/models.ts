import * as tf from '@/lib/course/tf';
import { Failure } from './failure';
import { isRealTensor, shapeOf } from './real-tensor';

/**
 * Whether it is a model of TensorFlow.js's own class. It may be told by hand what it predicts, or of what size it is;
 * such a model is refused.
 *
 * @throws {Failure}
 */
export function isModel(value: unknown): value is tf.LayersModel {
  if (!(value instanceof tf.LayersModel)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  const known = [tf.LayersModel.prototype, tf.Sequential.prototype] as unknown[];
  const replaced = Reflect.ownKeys(value).find((key) => isMethod(prototype as object, key));
  if (!known.includes(prototype))
    throw new Failure('The model must be made by `tf.sequential` or `tf.model`.');
  if (replaced === undefined) return true;
  throw new Failure(
    `\`${String(replaced)}\` of the model has been replaced; leave it as TensorFlow.js has it.`,
  );
}

/** A function or an accessor of the class, which an own property would hide. */
function isMethod(prototype: object, key: string | symbol): boolean {
  for (
    let owner: object | null = prototype;
    owner !== null && owner !== Object.prototype;
    owner = Object.getPrototypeOf(owner) as object | null
  ) {
    const property = Reflect.getOwnPropertyDescriptor(owner, key);
    if (property !== undefined && key !== 'constructor') return true;
  }
  return false;
}

/** A model has no more trainable and other numbers than `most`; it may also be a list or an object of tensors. */
export function parameterBudget(model: unknown, most: number): void {
  const count = countOf(model);
  if (count <= most) return;
  throw new Failure(`The model has ${count} parameters, expected ${most} or fewer.`);
}

function countOf(model: unknown): number {
  if (isModel(model)) return sizes(model.weights.map((weight) => weight.read()));
  if (isRealTensor(model)) return sizes([model]);
  const parts: unknown[] = typeof model === 'object' && model !== null ? Object.values(model) : [];
  if (parts.length > 0 && parts.every(isRealTensor)) return sizes(parts);
  throw new Failure('There is no model to count the parameters of.');
}

const sizes = (tensors: readonly tf.Tensor[]) =>
  tensors.reduce((sum, tensor) => sum + shapeOf(tensor).reduce((a, b) => a * b, 1), 0);

import { readFloats } from './read-values';
import * as tf from './tf';

/**
 * The inputs of one example, read at once.
 * @param what the option's name, for errors
 * @throws {TypeError} if there are not exactly so many numbers.
 */
export function exampleRow(
  given: tf.Tensor | ArrayLike<number>,
  inputs: number,
  what: string,
  caller: string,
): Float32Array | Promise<Float32Array> {
  const length = given instanceof tf.Tensor ? given.size : given?.length;
  if (length !== inputs) {
    throw new TypeError(
      `${caller}: \`${what}\` has to be one example with ${inputs} numbers, one for each input of the model, ` +
        `but has ${length ?? 'none'}.`,
    );
  }
  if (given instanceof tf.Tensor) return readFloats(given);
  return Float32Array.from(given, Number);
}

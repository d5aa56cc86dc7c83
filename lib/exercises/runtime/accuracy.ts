import { seedMathRandom } from '@/lib/course';
import * as tf from '@/lib/course/tf';
import { Failure } from './failure';
import { isModel } from './models';
import { numbersLater } from './numbers-of';
import type { Reading } from './real-tensor';
import { shapeWords } from './words';

type Predict = (x: unknown) => unknown;
type Data = { x: tf.Tensor; y: unknown };

/**
 * Of how many rows of `x` the class is told rightly, at least the share `least`. `y` has a class for each row, or
 * a row of ones and zeros; so may what is predicted: probabilities of classes, or one number that is more than 0.5 for
 * yes. With `seeds`, `model` is a function that makes the model from a seed, and each one must do it.
 */
export async function accuracyAtLeast(
  model: unknown,
  { x, y }: Data,
  least: number,
  { seeds }: { seeds?: number[] } = {},
): Promise<void> {
  const classes = classesOf(await numbersLater(y));
  for (const seed of seeds ?? [null]) {
    if (seed !== null) seedMathRandom(seed);
    const made = seed === null ? model : await (model as (seed: number) => unknown)(seed);
    const share = await shareOf(made, x, classes);
    if (share >= least) continue;
    const which = seed === null ? '' : `With seed ${seed}, `;
    throw new Failure(
      `${which}${percent(share)} of ${classes.length} classes are told rightly, expected ${percent(least)} or more.`,
    );
  }
}

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;

async function shareOf(model: unknown, x: tf.Tensor, classes: readonly number[]): Promise<number> {
  const predicted = classesOf(await predict(model, x), true);
  if (predicted.length !== classes.length) {
    throw new Failure(`There are ${predicted.length} predictions for ${classes.length} rows.`);
  }
  return predicted.filter((each, at) => each === classes[at]).length / classes.length;
}

async function predict(model: unknown, x: tf.Tensor): Promise<Reading> {
  const isOwn = isModel(model);
  if (!isOwn && typeof model !== 'function') {
    throw new Failure('There is no model, and no function that predicts.');
  }
  const result = isOwn ? model.predict(x) : await (model as Predict)(x);
  try {
    return await numbersLater(result);
  } catch (error) {
    throw new Failure(`The prediction is ${(error as Error).message}, expected numbers.`);
  } finally {
    if (isOwn) tf.dispose(result as tf.Tensor);
  }
}

/** Of rows of several numbers the place of the largest, of single numbers the nearest class. */
function classesOf({ shape, values }: Reading, isPrediction = false): number[] {
  const [rows = 1, columns = 1] = shape;
  if (shape.length > 2 || shape.length === 0) {
    throw new Failure(
      `The ${isPrediction ? 'prediction has' : 'labels have'} the shape ${shapeWords(shape)}, expected one class or one row for each example.`,
    );
  }
  if (columns === 1) return values.map(nearest);
  return Array.from({ length: rows }, (_, row) => {
    const own = values.slice(row * columns, (row + 1) * columns);
    return own.some(Number.isNaN) ? -1 : own.indexOf(Math.max(...own));
  });
}

/** A half is a no, as for TensorFlow.js. */
const nearest = (value: number) => Math.ceil(value - 0.5);

import { expect, type Page } from '@playwright/test';
import { BY_HAND } from '@/lib/devices/optimizers/testing/by-hand';
import type { Device } from '@/lib/protocol';
import {
  cell,
  chooseDevice,
  openLesson,
  outputOf,
  replaceCode,
  runCell,
  waitForDevice,
} from './lesson';

/** As a reader writes them, under the names of the formulas. The default of epsilon is not the same on all devices. */
const OPTIMIZERS: Record<string, string> = {
  SGD: 'tf.train.sgd(0.1)',
  momentum: 'tf.train.momentum(0.05, 0.9)',
  'Nesterov momentum': 'tf.train.momentum(0.05, 0.9, true)',
  RMSProp: 'tf.train.rmsprop(0.01, 0.9, 0, 1e-7)',
  'centered RMSProp': 'tf.train.rmsprop(0.01, 0.9, 0.3, 1e-7, true)',
  Adam: 'tf.train.adam(0.02, 0.9, 0.999, 1e-7)',
  Adamax: 'tf.train.adamax(0.02, 0.9, 0.99, 1e-7, 0.1)',
  Adagrad: 'tf.train.adagrad(0.1, 0.3)',
  Adadelta: 'tf.train.adadelta(0.5, 0.9, 1e-6)',
};
const STEPS = 4;
/** Axes from none to four, odd in length: graphics devices keep elements in blocks of four. */
const SHAPES = [[], [5], [5, 3], [2, 3, 5], [3, 1, 2, 3]];

/** Element `i` at the start, and its gradient in step `t`, which counts from 1. */
const startOf = (i: number) => (((i * 7) % 11) - 5) / 10;
const gradientOf = (i: number, t: number) => (((i * 5 + t * 3) % 13) - 6.5) / 8;

/** Counts TensorFlow.js's own operations. */
const COUNTING = `let operations = 0;
const operationsOf: number[] = [];
const engine = tf.engine();
const { runKernel } = engine;
engine.runKernel = (...values) => {
  operations++;
  return runKernel.apply(engine, values);
};
const results: Record<string, number[][]> = {};`;

/** The values of all variables after training, and what a product with ones makes of the matrix. */
const trainingCode = (optimizer: string, at: number) => `
const of = (shape: number[], value: (i: number) => number) =>
  tf.tensor(Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => value(i)), shape);
const optimizer = ${optimizer};
const variables = ${JSON.stringify(SHAPES)}.map((shape, i) =>
  tf.tidy(() => tf.variable(of(shape, (i) => (((i * 7) % 11) - 5) / 10), true, 'v${at}.' + i)));
for (let t = 1; t <= ${STEPS}; t++) tf.tidy(() => {
  const gradients = variables.map(({ name, shape }) =>
    ({ name, tensor: of(shape, (i) => (((i * 5 + t * 3) % 13) - 6.5) / 8) }));
  operations = 0;
  optimizer.applyGradients(gradients);
  operationsOf.push(operations);
});
const product = tf.matMul(tf.ones([1, 5]), variables[2] as tf.Variable<tf.Rank.R2>);
const values = [];
for (const tensor of [...variables, product]) values.push([...(await tensor.data())]);
tf.dispose([...variables, product]);
return values;`;

type Shown = { results: Record<string, number[][]>; operationsOf: number[] };

/** Trains with every optimizer in one cell, on one device, and compares all weights with the formulas. */
export async function trainWithEveryOptimizer(page: Page, device: Device): Promise<void> {
  await openLesson(page);
  await chooseDevice(page, device);
  const runs = Object.entries(OPTIMIZERS).map(
    ([name, make], at) =>
      `results[${JSON.stringify(name)}] = await (async () => {${trainingCode(make, at)}\n})();`,
  );
  const shown = 'show.text(JSON.stringify({ results, operationsOf }));';
  const code = [COUNTING, ...runs, 'engine.runKernel = runKernel;', shown].join('\n');
  const load = cell(page, 'load');
  await replaceCode(page, 'load', code);
  await runCell(load, { timeout: 120_000 });
  await waitForDevice(page, device);
  await expect(outputOf(load)).toContainText('{');
  const text = /\{.*\}/s.exec(await outputOf(load).innerText())?.[0] ?? '';
  const { results, operationsOf } = JSON.parse(text) as Shown;
  for (const name of Object.keys(OPTIMIZERS)) expectByHand(name, results[name] ?? []);
  // Only to make slots, in the first step of each, is there anything to do but our one pass.
  const later = operationsOf.filter((_, i) => i % STEPS > 0);
  expect(later).toEqual(new Array(later.length).fill(0));
}

function expectByHand(name: string, values: number[][]): void {
  const expected = SHAPES.map((shape) =>
    Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => trainedByHand(name, i)),
  );
  const matrix = expected[2] ?? [];
  const sums = [0, 1, 2].map((column) =>
    matrix.reduce((sum, value, i) => (i % 3 === column ? sum + value : sum), 0),
  );
  const differences = [...expected, sums].flatMap((list, at) =>
    list.map((value, i) => Math.abs(value - (values[at]?.[i] ?? NaN))),
  );
  expect(Math.max(...differences), `${name} is as the formula says`).toBeLessThan(1e-4);
}

function trainedByHand(name: string, i: number): number {
  const kept = { a: 0, b: 0, c: 0 };
  let weight = startOf(i);
  for (let t = 1; t <= STEPS; t++) weight = BY_HAND[name]!(weight, gradientOf(i, t), kept, t);
  return weight;
}

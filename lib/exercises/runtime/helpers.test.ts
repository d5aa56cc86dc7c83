import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import * as tf from '@/lib/course/tf';
import { accuracyAtLeast } from './accuracy';
import { checkGradient } from './check-gradient';
import { lossFalls } from './loss-falls';
import { parameterBudget } from './models';
import { noLeaks } from './no-leaks';
import { createUsesNo } from './uses-no';

beforeAll(() => tf.setBackend('cpu'));

describe('checkGradient', () => {
  const f = (x: unknown) => (x as tf.Tensor).square().sum();

  it('takes a right gradient, of tensors and of numbers', async () => {
    await checkGradient(f, (x) => (x as tf.Tensor).mul(2), [
      [1, -2],
      [3, 0.5],
    ]);
    await checkGradient(
      (x) => Math.sin(x as number),
      (x) => Math.cos(x as number),
      0.7,
    );
  });

  it('says where a wrong one differs, and its shape', async () => {
    await expect(checkGradient(f, (x) => (x as tf.Tensor).mul(3), [1, 2])).rejects.toThrow(
      /^At \[1, 2\] the gradient is 3 in position \[0\], but the slope .* is (2|1\.99|2\.00)/,
    );
    await expect(checkGradient(f, () => 1, [1, 2])).rejects.toThrow('has the shape []');
    await expect(checkGradient(f, () => undefined, [1, 2])).rejects.toThrow('undefined');
    await expect(
      checkGradient(
        (x) => x,
        (x) => x,
        [1, 2],
      ),
    ).rejects.toThrow('one number');
  });

  it('leaves no tensor behind', async () => {
    await noLeaks(() =>
      checkGradient(
        (x) => tf.tidy(() => f(x)),
        (x) => (x as tf.Tensor).mul(2),
        [1, 2],
      ),
    );
  });
});

describe('lossFalls', () => {
  it('asks it of every seed', async () => {
    await lossFalls((step) => 1 / (step + 1), { seeds: [1, 2], steps: 5, to: 0.2 });
    await expect(
      lossFalls((step, seed) => (seed === 1 ? -step : step), { seeds: [1, 2], steps: 3 }),
    ).rejects.toThrow('With seed 2 the loss went from 0 to 2 in 3 steps; it must fall.');
    await expect(lossFalls(() => 1, { seeds: [1], steps: 3 })).rejects.toThrow('must fall');
  });

  it('takes no loss that is no finite number', async () => {
    await expect(lossFalls(() => NaN, { seeds: [1], steps: 3 })).rejects.toThrow('is NaN');
    await expect(lossFalls(() => undefined, { seeds: [1], steps: 3 })).rejects.toThrow('number');
    await expect(lossFalls(() => 1, { seeds: [], steps: 3 })).rejects.toThrow('seeds');
  });

  it('starts `Math.random` from the seed', async () => {
    const drawn: number[] = [];
    const train = (step: number) => drawn.push(Math.random()) && -step;
    await lossFalls(train, { seeds: [3, 3], steps: 2 });
    expect(drawn.slice(0, 2)).toEqual(drawn.slice(2));
  });
});

describe('parameterBudget', () => {
  const model = () => tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [4] })] });

  it('counts what a model and what a list of tensors holds', () => {
    parameterBudget(model(), 15);
    expect(() => parameterBudget(model(), 14)).toThrow('15 parameters, expected 14 or fewer');
    expect(() => parameterBudget([tf.zeros([2, 2]), tf.zeros([3])], 6)).toThrow('7 parameters');
  });

  it('does not ask a model that was told what to say', () => {
    const liar = Object.assign(model(), { countParams: () => 1 });
    expect(() => parameterBudget(liar, 14)).toThrow('has been replaced');
    const other = Object.defineProperty(model(), 'weights', { value: [] });
    expect(() => parameterBudget(other, 14)).toThrow('`weights` of the model has been replaced');
    expect(() => parameterBudget({ weights: [] }, 14)).toThrow('no model');
  });
});

describe('accuracyAtLeast', () => {
  const x = tf.tensor2d([[0], [1], [2], [3]]);

  it('takes classes, probabilities of classes, and yes or no', async () => {
    await accuracyAtLeast(() => [0, 1, 1, 1], { x, y: [0, 1, 1, 0] }, 0.75);
    await accuracyAtLeast(() => [[0.9], [0.2], [0.7], [0.6]], { x, y: [1, 0, 1, 1] }, 1);
    const rows = tf.tensor2d([
      [0.1, 0.9],
      [0.8, 0.2],
      [0.3, 0.7],
      [0.6, 0.4],
    ]);
    await accuracyAtLeast(() => rows, { x, y: tf.oneHot([1, 0, 1, 0], 2) }, 1);
  });

  it('says how many were right', async () => {
    await expect(accuracyAtLeast(() => [0, 0, 0, 0], { x, y: [0, 1, 1, 0] }, 0.75)).rejects.toThrow(
      '50% of 4 classes are told rightly, expected 75% or more.',
    );
    await expect(accuracyAtLeast(() => [0], { x, y: [0, 1, 1, 0] }, 0.1)).rejects.toThrow(
      '1 predictions for 4 rows',
    );
    await expect(
      accuracyAtLeast(
        () => [
          [NaN, NaN],
          [NaN, 1],
          [1, NaN],
          [NaN, NaN],
        ],
        { x, y: [0, 0, 0, 0] },
        0.1,
      ),
    ).rejects.toThrow('0%');
    await expect(accuracyAtLeast(null, { x, y: [0, 1, 1, 0] }, 0.1)).rejects.toThrow('no model');
  });

  it('asks each seed of a function that makes models', async () => {
    const make = (seed: number) => () => [0, 1, 1, seed];
    await expect(
      accuracyAtLeast(make, { x, y: [0, 1, 1, 0] }, 1, { seeds: [0, 1] }),
    ).rejects.toThrow('With seed 1, 75% of 4');
  });
});

describe('noLeaks', () => {
  it('counts what is left, other than what is given back', async () => {
    await noLeaks(() => tf.tidy(() => tf.ones([2]).add(1)));
    await expect(noLeaks(() => tf.ones([2]).add(1))).rejects.toThrow('1 tensor was left behind');
  });
});

describe('usesNo', () => {
  it.each([
    'const m = tf.layers.dense({ units: 1 });',
    "const m = tf['layers'].dense({ units: 1 });",
    'const { layers } = tf;',
    'const { layers: l = null } = tf;\nl.dense({});',
    'const t = tf;\nt.layers.dense({});',
    "import * as t from '@tensorflow/tfjs';\nt.layers.dense({});",
    "import { layers as l } from '@tensorflow/tfjs';\nl.dense({});",
    'globalThis.tf.layers.dense({});',
    'tf?.layers.dense({});',
  ])('sees through %s', (answer) => {
    expect(() => createUsesNo(answer)('tf.layers')).toThrow('uses `tf.layers`');
  });

  it('lets the rest pass', () => {
    const answer = '// tf.layers\nconst layers: number = 3;\nconst text = "tf.layers";\ntf.dense;';
    createUsesNo(answer)('tf.layers', 'tf.sequential');
    expect(() => createUsesNo('\nconst f = Math.exp;')('Math.exp')).toThrow('Line 2');
  });
});

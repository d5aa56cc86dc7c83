import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChecker, type Checker, type CheckInput } from './testing/check-in-worker';

let checker: Checker;
beforeAll(async () => {
  checker = await startChecker();
}, 60_000);
afterAll(() => checker.close());

const check = (input: CheckInput) => checker.check(input);

const TESTS = `
test('two ones give a half each', () => {
  expect(softmax([1, 1])).toEqual([0.5, 0.5]);
});
test('large numbers do too', () => {
  expect(softmax([1000, 1000])).toEqual([0.5, 0.5]);
});
mistake('The exponentials overflow: subtract the largest number first.', () =>
  Number.isNaN(softmax([1000, 1000])[0]),
);
`;
const NAIVE = `function softmax(x: number[]): number[] {
  const e = x.map(Math.exp);
  const sum = e.reduce((a, b) => a + b, 0);
  return e.map((v) => v / sum);
}`;
const STABLE = NAIVE.replace('x.map(Math.exp)', 'x.map((v) => Math.exp(v - Math.max(...x)))');

describe('a check', () => {
  it('passes a right answer', async () => {
    const { verdict, checked } = await check({ answer: STABLE, tests: TESTS });
    expect(verdict, JSON.stringify(checked)).toMatchObject({
      status: 'passed',
      points: 2,
      mistake: null,
    });
  });

  it('says of a wrong one what was called with what, what came and what was expected', async () => {
    const { verdict, tested } = await check({ answer: NAIVE, tests: TESTS });
    expect(verdict).toMatchObject({ status: 'failed', points: 1, possible: 2 });
    expect(verdict.mistake).toBe('The exponentials overflow: subtract the largest number first.');
    expect(tested[1]!.message).toBe('softmax([1000, 1000]) gave [NaN, NaN], expected [0.5, 0.5].');
    expect(tested[1]!.details.map(({ label }) => label)).toEqual([
      'What came',
      'What was expected',
      'What was called',
    ]);
  });
});

describe('an answer that stops with an error', () => {
  it('is told with its line, and gives the tests what it declared before', async () => {
    const answer = `const scale: number = 2;
function double(x: number) {
  return x * scale;
}
null.x;
const late = 3;`;
    const tests = `
test('doubles', () => { expect(double(2)).toBe(4); });
test('has late', () => { expect(late).toBe(3); });
`;
    const { verdict, checked, tested } = await check({ answer, tests });
    expect(checked!.answerError).toMatchObject({ name: 'TypeError', line: 5 });
    expect(verdict).toMatchObject({ status: 'error', points: 1, possible: 2 });
    expect(verdict.message).toBe('Your code stopped with an error on line 5.');
    expect(tested[1]!.message).toBe(
      '`late` has no value: your code stopped with an error on line 5 before it came to it.',
    );
  });

  it('in a test has the line of the reader’s own text', async () => {
    const answer = `type Pair = [number, number];
function first(pair: Pair): number {
  return (pair as any).missing.x;
}`;
    const { verdict, tested } = await check({
      answer,
      tests: `test('first', () => { expect(first([1, 2])).toBe(1); });`,
    });
    expect(verdict.status).toBe('failed');
    expect(tested[0]).toMatchObject({ passed: false, line: 3 });
    expect(tested[0]!.message).toContain('Line 3 of your code threw TypeError');
  });

  it('says which name it lacks', async () => {
    const { tested } = await check({ answer: 'const sofmax = 1;', tests: TESTS });
    expect(tested.map(({ message }) => message)).toEqual(
      Array(2).fill('Your code declares no `softmax`.'),
    );
  });
});

describe('the exercise itself', () => {
  const tests = `test('adds', () => { expect(add(1)).toBe(3); });`;

  it('gives its set-up to the answer and to the tests, unseen and unchanged', async () => {
    const setup = 'const rows = [{ x: 1 }]; const two = () => 2; let calls = 0;';
    const answer = `const add = (x: number) => x + two();
try { (rows[0] as any).x = 9; } catch {}
try { (two as any).call = () => 9; } catch {}`;
    const { verdict, checked } = await check({
      setup,
      answer,
      tests: `${tests}\ntest('keeps the rows', () => { expect(rows).toEqual([{ x: 1 }]); expect(two()).toBe(2); });`,
    });
    expect(verdict.status, JSON.stringify(checked)).toBe('passed');
  });

  it('goes before what an answer declares under the same name', async () => {
    const { verdict } = await check({
      setup: 'const reference = () => 1;',
      answer: 'const reference = () => 2; const mine = () => 2;',
      tests: `test('agrees', () => { expect(mine()).toBe(reference()); });`,
    });
    expect(verdict.status).toBe('failed');
  });

  it('is told to be at fault when its set-up or its tests fail', async () => {
    const broken = await check({ setup: 'null.x;', answer: 'const add = 1;', tests });
    expect(broken.verdict).toMatchObject({ status: 'error' });
    expect(broken.verdict.message).toContain('not your fault');
    const late = await check({
      answer: 'const add = (x: number) => x + 2;',
      tests: `${tests}\nnull.x;`,
    });
    expect(late.verdict).toMatchObject({ status: 'error', points: 1 });
    expect(late.verdict.message).toContain('The exercise’s own tests failed to run');
  });

  it('starts each check and each test from its seed', async () => {
    const input = {
      answer: 'const drawn: number[] = []; const draw = () => drawn.push(Math.random()); draw();',
      tests: `test('a', () => { draw(); expect(drawn).toEqual(0); });\ntest('b', () => { draw(); expect(drawn).toEqual(0); });`,
    };
    const [first, second] = [await check(input), await check(input)];
    const said = first.tested.map(({ message }) => message);
    expect(said).toEqual(second.tested.map(({ message }) => message));
    expect(new Set(said.at(-1)!.match(/0\.\d+/g)).size).toBe(3);
  });

  it('is checked on TensorFlow.js as it is, training included', async () => {
    const answer = `async function train() {
  class Scale extends tf.layers.Layer {
    static className = 'Scale';
    call(x: any) { return tf.mul(Array.isArray(x) ? x[0] : x, 2); }
  }
  const model = tf.sequential();
  model.add(tf.layers.dense({ units: 4, inputShape: [3], activation: 'relu' }));
  model.add(new Scale({}) as any);
  model.add(tf.layers.dense({ units: 2, activation: 'softmax' }));
  model.compile({ optimizer: tf.train.adam(0.05), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  const x = tf.randomNormal([32, 3], 0, 1, 'float32', 1);
  const y = tf.oneHot(x.slice([0, 0], [-1, 1]).greater(0).cast('int32').flatten(), 2);
  const { history } = await model.fit(x, y, { epochs: 20 });
  return { model, x, y, loss: history.loss as number[] };
}
const matrix = () => tf.tensor2d([[1, 2], [3, 4]]);`;
    const { verdict, checked, frames, tested } = await check({
      answer,
      tests: `
test('trains', async () => {
  const { model, x, y, loss } = await train();
  expect(loss.at(-1)).toBeLessThan(loss[0]);
  parameterBudget(model, 30);
  await accuracyAtLeast(model, { x, y }, 0.8);
});
test('has the matrix', () => { expect(matrix()).toBeCloseToTensor([[1, 2], [3, 5]]); });
test('uses no models', () => usesNo('tf.sequential'));
`,
    });
    expect(
      verdict.tests.map(({ status }) => status),
      JSON.stringify(checked),
    ).toEqual(['passed', 'failed', 'failed']);
    expect(frames.map(({ kind }) => kind)).toEqual(['matrix', 'matrix']);
    expect(tested[1]!.message).toBe('matrix() gave [[1, 2], [3, 4]], expected [[1, 2], [3, 5]].');
    expect(tested[2]!.message).toContain('Line 6 uses `tf.sequential`');
  });
});

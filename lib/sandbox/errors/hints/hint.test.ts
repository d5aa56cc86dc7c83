import { describe, expect, it } from 'vitest';
import { hint } from './hint';
import { compiled, testHints, tf, zeros } from './testing/real-failures';

describe('hints: names', () => {
  testHints([
    ['an unknown name', () => new Function('return modle')(), /./, /^No cell declares `modle`/],
    [
      'require',
      () => {
        throw new ReferenceError('require is not defined');
      },
      /./,
      /no `require`/,
    ],
    [
      'a name that hides another',
      () => new Function('const data = data')(),
      /./,
      /^`data` is used above/,
    ],
    [
      'no function of tf',
      () => new Function('tf', 'tf.foo(1)')(tf),
      /foo/,
      /`tf` has no function `foo`/,
    ],
    [
      'a layer with a capital',
      () => new Function('tf', 'tf.layers.Dense({ units: 1 })')(tf),
      /Dense/,
      /as in `tf\.layers\.dense`/,
    ],
    [
      'a promise used as a tensor',
      () => {
        const answer = Promise.resolve(zeros([2])) as never as { dataSync(): void };
        answer.dataSync();
      },
      /dataSync/,
      /`answer` is no tensor, so it has no `dataSync`: put `await`/,
    ],
    [
      'fit without await',
      () => compiled().fit(zeros([2, 8]), zeros([2, 1])).history.loss,
      /'loss'/,
      /its `loss` was asked for: .*`await`/,
    ],
  ]);

  it.each([
    ["Can't find variable: modle", /`modle`/],
    ["can't access lexical declaration 'data' before initialization", /`data` is used above/],
    ['can\'t access property "backend", this.data.get(...) is undefined', /probably disposed/],
    ["undefined is not an object (evaluating 'history.loss')", /its `loss` was asked for/],
  ])('in the words of Firefox and Safari: %s', (message, expected) => {
    expect(hint({ message })).toMatch(expected);
  });
});

describe('hint', () => {
  it('says nothing where it knows nothing', () => {
    expect(hint({ message: 'The reader’s own words: Tensor is disposed' })).toBeUndefined();
    expect(hint({ message: '' })).toBeUndefined();
  });

  it('takes an engine’s own words for TensorFlow.js’s only within its method', () => {
    const message = "Cannot read properties of null (reading 'shape')";
    expect(hint({ message })).toMatch(/^Something is undefined or null/);
    const stacks = [
      'at Array.map (<anonymous>)\n    at async e.standardizeUserDataXY (https://x.org/w.js:1:2)',
      'standardizeUserDataXY@x:1:2',
    ];
    for (const stack of stacks)
      expect(hint({ message, stack })).toMatch(/^`fit` and `evaluate` need both/);
  });
});

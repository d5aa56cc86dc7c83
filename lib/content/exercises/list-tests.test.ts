import { describe, it } from 'vitest';
import { refuses } from './refuses';
import { sampleExercise } from './sample';

describe('tests', () => {
  it.each([
    ["const s = 'a';\ntest(s, () => 0);", 'test(s', 'must be a sentence in quotes, not computed'],
    ['test(`a ${1}`, () => 0);', 'test(`a', 'must be a sentence in quotes, not computed'],
    [
      "test('a', () => 0);\nfor (const n of [1]) test('b', () => n);",
      'for (const n',
      'test(…) must stand by itself at the top level',
    ],
    [
      "test('a', () => 0);\nif (1) { mistake('b', () => 0); }",
      'if (1)',
      'mistake(…) must stand by itself',
    ],
    ["await test('a', () => 0);", 'await test', 'test(…) must stand by itself'],
    [
      "test('a', () => 0);\ntest('a', () => 1);",
      "test('a', () => 1)",
      'the sentence "a" stands on line ',
    ],
    ["test('a');", "test('a')", "test('a', …) needs a function"],
    ["test('', () => 0);", "test('', ", 'the sentence of test(…) is empty.'],
    ["test('a', () => 0, { points: 0 });", "test('a'", 'must be a whole number from 1'],
    [
      "test('a', () => 0, { points: 1 + 1 });",
      "test('a'",
      'must be a whole number from 1, written out',
    ],
    [
      "test('a', () => 0, { weight: 2 });",
      "test('a'",
      'test(…) has the option points alone, not weight.',
    ],
    ["test('a', () => 0, 2);", "test('a'", 'must be written out, as { points: 2 }.'],
    ['const n = 1;', '```ts tests', '```ts tests has no test.'],
    ["const expect = 1;\ntest('a', () => 0);", 'const expect', '`expect` is given to tests'],
  ])('refuse %j', (tests, at, reason) => {
    refuses(sampleExercise({ fences: { tests } }), at, reason);
  });

  it('hidden ones have sentences of their own, and no mistakes', () => {
    const twice = sampleExercise({
      fences: { 'hidden-tests': "test('two gives four', async () => 0);" },
    });
    refuses(twice, "test('two gives four', async", 'the sentence "two gives four" stands on line ');
    const code = "test('h', () => 0);\nmistake('m', () => 0);";
    refuses(
      sampleExercise({ fences: { 'hidden-tests': code } }),
      "mistake('m'",
      'belongs into ```ts tests',
    );
  });

  it('have as many fences of mistakes as known mistakes', () => {
    const tests = "test('a', () => 0);\nmistake('forgets it', () => 0);";
    refuses(
      sampleExercise({ fences: { tests } }),
      '```ts tests',
      'there is 1 mistake(…) in the tests and 0 fences ```ts mistake. Write for each',
    );
    refuses(
      sampleExercise({ fences: { tests } }),
      '```ts tests',
      'the first without one is "forgets it".',
    );
    refuses(
      sampleExercise({ mistakes: ['1;'] }),
      '```ts tests',
      'there are 0 mistake(…) in the tests and 1 fence ```ts mistake. Remove',
    );
  });
});

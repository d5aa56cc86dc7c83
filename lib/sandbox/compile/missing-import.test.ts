import { beforeAll, describe, expect, it } from 'vitest';
import * as tf from '@/lib/course/tf';
import { SyntaxProblem } from '@/lib/notebook';
import { compile } from './compile';

beforeAll(() => {
  Object.assign(globalThis, { tf });
});

function problemOf(source: string): SyntaxProblem {
  try {
    compile(source, []);
  } catch (error) {
    if (error instanceof SyntaxProblem) return error;
  }
  throw new Error('It is no problem.');
}

const FROM = "from '@tensorflow/tfjs'";

describe('an import of a name that TensorFlow.js has not', () => {
  it.each([
    [`import { nosuch } ${FROM}`, '`@tensorflow/tfjs` has no `nosuch`: check its spelling, and'],
    ["import { nosuch as a } from '@tensorflow/tfjs-core'", '`@tensorflow/tfjs-core` has no `nosu'],
    [`import { sequental } ${FROM}`, 'write `sequential`, the nearest name that it has.'],
    [`import { Tensro } ${FROM}`, 'write `Tensor`,'],
    [`import { dense } ${FROM}`, 'write `tf.layers.dense`, which needs no import.'],
    [`import { adam } ${FROM}`, 'write `tf.train.adam`,'],
    [`import { csv } ${FROM}`, 'write `tf.data.csv`,'],
    [`import { maxPooling2D } ${FROM}`, 'write `tf.layers.maxPooling2d`,'],
    [`import { toString } ${FROM}`, 'has no `toString`'],
    [`import { __proto__ } ${FROM}`, 'has no `__proto__`'],
    [`import { nosuch } ${FROM}; const a: nosuch = new nosuch()`, 'has no `nosuch`'],
  ])('%s', (source, sentence) => {
    expect(problemOf(source).message).toContain(sentence);
  });

  it('is told at its place in the reader’s text', () => {
    const source = `import {\n  type Rank,\n  tensor, nosuch,\n} ${FROM}`;
    expect(problemOf(source)).toMatchObject({ line: 3, column: 11 });
  });

  it.each([
    `import * as a ${FROM}`,
    `import a, { tensor, layers, 'train' as t } ${FROM}`,
    `import type { nosuch } ${FROM}`,
    `import { type nosuch } ${FROM}`,
    `import { TensorLike, Rank } ${FROM}; const f = (x: TensorLike, y: Rank) => x`,
    `import { Shape } ${FROM}; const f = (x: Shape) => ((Shape) => Shape)(x)`,
  ])('is not %s', (source) => {
    expect(() => compile(source, [])).not.toThrow();
  });
});

import { describe, expect, it } from 'vitest';
import { parse } from '@/lib/notebook/parse';
import { chooseEvenly } from './choose-evenly';
import { mutantsOf } from './index';

const ALL = 1000;
const what = (solution: string) => mutantsOf(solution, ALL).map((mutant) => mutant.what);
const codes = (solution: string) => mutantsOf(solution, ALL).map((mutant) => mutant.code);

describe('a mutant', () => {
  it('has another operator, also where brackets stand around its operands', () => {
    expect(codes('export_(a + b);')).toContain('export_(a - b);');
    expect(codes('const c = (a) * (b);')).toEqual(['const c = (a) / (b);']);
    expect(codes('const c = a && !b;')).toEqual(['const c = a || !b;', 'const c = a &&  b;']);
    expect(codes('let s = x; s += y')).toContain('let s = x; s -= y');
  });

  it('has another comparison', () => {
    expect(codes('const c = a < b;')).toEqual(['const c = a >= b;', 'const c = a <= b;']);
    expect(codes('const c = a === b;')).toEqual(['const c = a !== b;']);
  });

  it('has another operation on tensors, but takes no layer from a model', () => {
    expect(codes('const c = a.sub(b);')).toEqual(['const c = a.add(b);']);
    expect(what('const c = tf.sum(a);')).toEqual(['`mean` for `sum`']);
    expect(what('m.add(tf.layers.dense(o));')).toEqual(['without `m.add(tf.layers.dense(o));`']);
    expect(codes('const c = a.constructor(b);')).toEqual([]);
  });

  it('has another constant, far enough away to be seen', () => {
    expect(codes('const a = [0, 3, 0.5, 1e-7, 64, true, "relu", "text"];')).toEqual([
      'const a = [1, 3, 0.5, 1e-7, 64, true, "relu", "text"];',
      'const a = [0, 4, 0.5, 1e-7, 64, true, "relu", "text"];',
      'const a = [0, 3, 1, 1e-7, 64, true, "relu", "text"];',
      'const a = [0, 3, 0.5, 1, 64, true, "relu", "text"];',
      'const a = [0, 3, 0.5, 1e-7, 128, true, "relu", "text"];',
      'const a = [0, 3, 0.5, 1e-7, 64, false, "relu", "text"];',
      `const a = [0, 3, 0.5, 1e-7, 64, true, 'linear', "text"];`,
    ]);
  });

  it('changes no name of a property, no import and no seed', () => {
    expect(codes(`import * as tf from 'relu'; const a = { 1: b, seed: 4, 'relu': c };`)).toEqual(
      [],
    );
    expect(codes('const a = { [1]: b };')).toEqual(['const a = { [2]: b };']);
  });

  it('leaves out a statement and keeps the lines', () => {
    const [mutant] = mutantsOf('if (a)\n  b;\nconst c = d;', ALL);
    expect(mutant).toEqual({ code: ';\n\nconst c = d;', line: 1, what: 'without `if (a) b;`' });
  });

  it('has its arguments swapped where both could stand in either place', () => {
    expect(codes('const c = tf.matMul(a, b, d);')).toEqual(['const c = tf.matMul(b, a, d);']);
    expect(codes('const c = f(a, { b });')).toEqual([]);
    expect(codes('const c = f(a, a);')).toEqual([]);
  });

  it('leaves what was given to the reader', () => {
    const solution = '// given\nconst a = 1;\n// end given\nconst b = 2;';
    expect(mutantsOf(solution)).toMatchObject([{ line: 4, what: '`3` for `2`' }]);
  });

  it('is of the code without its types, line for line', () => {
    const solution = 'type A = 1 | 2;\nfunction f(a: A, b = 5): number {\n  return a + b;\n}';
    const mutants = mutantsOf(solution);
    expect(mutants.map(({ line }) => line)).toEqual([2, 3]);
    for (const { code } of mutants) expect(code.split('\n')).toHaveLength(4);
  });

  it('is always code that can be read, and another one each time', () => {
    const solution = `
      function softmax(logits: tf.Tensor2D) {
        return tf.tidy(() => {
          const shifted = logits.sub(logits.max(-1, true));
          for (let i = 0; i < 3; i++) if (i % 2 === 0 && !flag) shifted.mul(2 ** i);
          const powers = shifted.exp();
          return powers.div(powers.sum(-1, true));
        });
      }`;
    const made = codes(solution);
    expect(made.length).toBeGreaterThan(15);
    expect(codes('const c = a +-b;')).toEqual(['const c = a + b;']);
    for (const code of made) expect(() => parse(code), code).not.toThrow();
    expect(new Set([parse(solution).code, ...made]).size).toBe(made.length + 1);
  });
});

describe('mutantsOf', () => {
  it('takes at most twelve, from the whole of the solution', () => {
    const solution = Array.from({ length: 60 }, (_, k) => `const a${k} = b + c;`).join('\n');
    const lines = mutantsOf(solution).map(({ line }) => line);
    expect(lines).toEqual([3, 8, 13, 18, 23, 28, 33, 38, 43, 48, 53, 58]);
  });

  it('finds none in nothing', () => {
    expect(mutantsOf('')).toEqual([]);
  });
});

describe('chooseEvenly', () => {
  it('takes all of a few', () => {
    expect(chooseEvenly([1, 2, 3], 3)).toEqual([1, 2, 3]);
    expect(chooseEvenly([1, 2, 3, 4], 2)).toEqual([2, 4]);
    expect(chooseEvenly([1], 0)).toEqual([]);
  });
});

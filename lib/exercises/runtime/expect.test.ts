import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect as check, it } from 'vitest';
import * as tf from '@/lib/course/tf';
import { createCalls } from './calls';
import { createExpect, type Chain } from './expect';
import { Failure } from './failure';

beforeAll(() => tf.setBackend('cpu'));

const calls = createCalls();
const { expect, later } = createExpect(calls);

/** What is said when this fails; null when it does not. */
function said(test: () => unknown): string | null {
  try {
    test();
    return null;
  } catch (error) {
    check(error).toBeInstanceOf(Failure);
    return (error as Failure).message;
  }
}

describe('matchers', () => {
  it.each<[string, (chain: (value: unknown) => Chain) => unknown]>([
    ['toBe', (e) => e(3).toBe(3)],
    [
      'toBe of one object',
      (e) => {
        const list = [1];
        return e(list).toBe(list);
      },
    ],
    ['toEqual', (e) => e({ a: [1, new Map([[1, 2]])] }).toEqual({ a: [1, new Map([[1, 2]])] })],
    ['toEqual of typed arrays', (e) => e(new Float32Array([1])).toEqual(new Float32Array([1]))],
    ['not', (e) => e([1]).not.toEqual([2])],
  ])('%s holds', (_, test) => {
    check(said(() => test(expect))).toBeNull();
  });

  it('hold of asymmetric values that the test itself gives', () => {
    const closeTo = expect.closeTo as (value: number) => unknown;
    check(said(() => expect([0.1 + 0.2]).toEqual([closeTo(0.3)]))).toBeNull();
    check(said(() => expect([0.4]).toEqual([closeTo(0.3)]))).toBe(
      'Got [0.4], expected [about 0.3].',
    );
  });

  it.each<[string, () => unknown, string]>([
    ['toBe', () => expect(2).toBe(3), 'Got 2, expected 3.'],
    [
      'toEqual',
      () => expect([NaN, NaN]).toEqual([0.5, 0.5]),
      'Got [NaN, NaN], expected [0.5, 0.5].',
    ],
    ['not', () => expect(2).not.toBe(2), 'Got 2, expected anything but 2.'],
    ['toBeGreaterThan', () => expect(2).toBeGreaterThan(3), 'Got 2, expected more than 3.'],
    ['toHaveLength', () => expect([1]).toHaveLength(3), 'Got [1], expected a length of 3.'],
    [
      'toBeDefined',
      () => expect(undefined).toBeDefined(),
      'Got undefined, expected a value, and not undefined.',
    ],
    [
      'toBeInstanceOf',
      () => expect([]).toBeInstanceOf(Map),
      'Got [], expected an instance of Map.',
    ],
  ])('say what came and what was expected: %s', (_, test, sentence) => {
    check(said(test)).toBe(sentence);
  });

  it('know an error that was thrown, by its kind and its message', () => {
    const fn = () => {
      throw new RangeError('units must be positive');
    };
    check(said(() => expect(fn).toThrow())).toBeNull();
    check(said(() => expect(fn).toThrow(RangeError))).toBeNull();
    check(said(() => expect(fn).toThrow(/positive/))).toBeNull();
    check(said(() => expect(fn).toThrow('negative'))).toContain('units must be positive');
    check(said(() => expect(() => 1).toThrow())).toContain('expected an error');
    check(said(() => expect(() => 1).not.toThrow())).toBeNull();
  });

  it('wait for promises, also where a test forgets to', async () => {
    await check(expect(Promise.resolve(2)).resolves.toBe(2)).resolves.toBeUndefined();
    await check(
      expect(Promise.reject(new Error('no'))).rejects.toThrow('no'),
    ).resolves.toBeUndefined();
    await later();
    void expect(Promise.resolve(2)).resolves.toBe(3);
    await check(later()).rejects.toThrow('Got 2, expected 3.');
  });

  it('name the call that gave the value', () => {
    calls.begin();
    const self = {};
    const softmax = calls.wrap('softmax', (x: number[]) => x.map(() => NaN), self) as (
      x: number[],
    ) => number[];
    const sentence = said(() => expect(softmax([1000, 1000])).toEqual([0.5, 0.5]));
    check(sentence).toBe('softmax([1000, 1000]) gave [NaN, NaN], expected [0.5, 0.5].');
    check(said(() => expect(softmax([1])[0]! * 2).toBe(2))).toBe(
      'After softmax([1]) came NaN, expected 2.',
    );
    const step = calls.wrap('step', () => ({ w: 1 }), self) as () => { w: number };
    check(said(() => expect(step().w).toBe(2))).toBe('step() gave `w` as 1, expected 2.');
    calls.begin();
  });
});

describe('what the reader’s code returns', () => {
  it.each<[string, unknown]>([
    ['a matcher', { asymmetricMatch: () => true }],
    ['a list of matchers', [{ asymmetricMatch: () => true }]],
    ['an inherited matcher', Object.create({ asymmetricMatch: () => true })],
    ['a getter', Object.defineProperty({}, 'a', { get: () => 1, enumerable: true })],
    ['a proxy', new Proxy({ a: 1 }, {})],
    ['a proxy within', { a: new Proxy([1], {}) }],
  ])('is refused where it could answer by itself: %s', (_, value) => {
    check(said(() => expect(value).toEqual({ a: 1 }))).toContain('can’t be compared');
    check(said(() => expect(value).not.toEqual({ a: 2 }))).toContain('can’t be compared');
  });

  it('is not asked through promises either', async () => {
    const value = Promise.resolve({ asymmetricMatch: () => true });
    await check(expect(value).resolves.toEqual(1)).rejects.toThrow('can’t be compared');
  });

  it('is not trusted when it throws', () => {
    const fn = () => {
      throw Object.assign(new Error('x'), { asymmetricMatch: () => true });
    };
    check(said(() => expect(fn).toThrow('y'))).not.toBeNull();
  });
});

describe('tensors', () => {
  it('are compared by shape and values', () => {
    const tensor = tf.tensor([1, 2]);
    check(said(() => expect(tensor).toBeCloseToTensor([1, 2.00001]))).toBeNull();
    check(said(() => expect(tensor).toBeCloseToTensor(tf.tensor([1, 2])))).toBeNull();
    check(said(() => expect(tensor).toBeCloseToTensor([1, 3]))).toBe(
      'Got [1, 2], expected [1, 3].',
    );
    check(said(() => expect(tensor).toBeCloseToTensor([[1, 2]]))).toBe(
      'Got [1, 2], expected [[1, 2]]; the shape is [2], and [1, 2] was expected.',
    );
    check(said(() => expect(tensor).not.toBeCloseToTensor([1, 2]))).toContain('differ from');
    check(said(() => expect(NaN).toBeCloseToTensor(0))).toBe('Got NaN, expected 0.');
  });

  it('that are large say where they differ most', () => {
    const large = tf.zeros([5, 5]);
    const other = tf.zeros([5, 5]).add(tf.oneHot([2], 5)) as tf.Tensor2D;
    check(said(() => expect(large).toBeCloseToTensor(other))).toBe(
      'Got tensor [5, 5], expected tensor [5, 5]; 5 of 25 values differ by more than 0.0001, most at [0, 2]: 0 in place of 1.',
    );
  });

  it('of two axes and images are drawn', async () => {
    const failure = await Promise.resolve()
      .then(() => expect(tf.zeros([3, 3])).toBeCloseToTensor(tf.ones([3, 3])))
      .catch((error: Failure) => error);
    const details = await Promise.all((failure as Failure).details);
    check(details.map(({ output, frames }) => [output.kind, frames.length])).toEqual([
      ['value', 0],
      ['figure', 1],
      ['value', 0],
      ['figure', 1],
    ]);
  });

  it('have to be there', () => {
    check(said(() => expect(undefined).toBeCloseToTensor([1]))).toContain('return its result?');
    check(said(() => expect([1, 2]).toHaveShape([2]))).toBe('Got [1, 2], expected a tensor.');
    check(said(() => expect(tf.zeros([2, 3])).toHaveShape([3, 2]))).toBe(
      'Got a tensor of shape [2, 3], expected the shape [3, 2].',
    );
    const gone = tf.zeros([2]);
    gone.dispose();
    check(said(() => expect(gone).toBeCloseToTensor([0, 0]))).toContain('disposed');
  });

  it('are read from TensorFlow.js, whatever they say', () => {
    const liar = Object.assign(tf.tensor([7, 7]), { dataSync: () => [1, 2] });
    check(said(() => expect(liar).toBeCloseToTensor([1, 2]))).toBe('Got [7, 7], expected [1, 2].');
    const fake = Object.assign(Object.create(tf.Tensor.prototype), {
      ...{ shape: [2], dataId: {}, dtype: 'float32', isDisposedInternal: false, size: 2 },
      dataSync: () => [1, 2],
    });
    check(said(() => expect(fake).toBeCloseToTensor([1, 2]))).not.toBeNull();
  });
});

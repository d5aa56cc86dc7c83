import '@tensorflow/tfjs-backend-cpu';
import { expect, it } from 'vitest';
import * as course from '@/lib/course/tf';
import { readerError } from '../../reader-error';

// Mistakes that the types would catch are among those tested: a reader's types are stripped, not checked.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export const tf = course as any;
export const layers = tf.layers;

export const zeros = (shape: number[], dtype?: string) => tf.zeros(shape, dtype);
export const sequential = (...list: unknown[]) => tf.sequential({ layers: list });
export const input = (...shape: number[]) => tf.input({ shape });

/** 8 numbers in, `units` out. */
export const model = (units = 1) => sequential(layers.dense({ units, inputShape: [8] }));

export function compiled(made = model(), loss = 'meanSquaredError') {
  made.compile({ loss, optimizer: 'sgd' });
  return made;
}

export function disposed(shape = [2]) {
  const tensor = zeros(shape);
  tensor.dispose();
  return tensor;
}

/** A name, what fails in TensorFlow.js itself, the start of what it says, and what is made of it. */
export type Case = [name: string, fail: () => unknown, says: RegExp, hint: RegExp];

/** Each failure is made for real, so that no message of TensorFlow.js stands here copied. */
export function testHints(cases: Case[]): void {
  it.each(cases)('%s', async (_, fail, says, expected) => {
    await tf.setBackend('cpu');
    const { message, hint } = readerError(await failure(fail), '');
    expect(message).toMatch(says);
    expect(hint).toMatch(expected);
    expect(sentences(hint!)).toBe(1);
  });
}

async function failure(fail: () => unknown): Promise<unknown> {
  try {
    await fail();
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail.');
}

/** Sentences outside of code and quotes. */
function sentences(text: string): number {
  return text.replace(/`[^`]*`|\u201c[^\u201d]*\u201d/g, 'x').match(/[.?!](?=\s|$)/g)?.length ?? 0;
}

import { describe, expect, it } from 'vitest';
import { memoryWords } from './memory-words';

const report = { tensors: 12, bytes: 19_600 };
const leak = (count: number, shape: number[], line?: number, dtype = 'float32') => ({
  ...{ count, shape, dtype },
  ...(line === undefined ? {} : { line }),
});
const sentences = (leaked: ReturnType<typeof leak>[], others?: number) =>
  memoryWords({ ...report, leaked, ...(others === undefined ? {} : { others }) }).leaks.map(
    ({ before, line, after }) => `${before}${line === null ? '' : `line ${line}`}${after}`,
  );

describe('memoryWords', () => {
  it('tells what is held, and nothing where nothing is', () => {
    expect(memoryWords({ ...report, leaked: [] })).toEqual({
      held: 'In memory: 12 tensors, 19.6 kB.',
      leaks: [],
      advice: null,
    });
    expect(memoryWords({ tensors: 0, bytes: 0, leaked: [] }).held).toBeNull();
    expect(memoryWords({ tensors: 1, bytes: 4, leaked: [] }).held).toBe(
      'In memory: 1 tensor, 4 B.',
    );
  });

  it('tells the shape, the bytes and the line of what was left behind', () => {
    expect(sentences([leak(3, [64, 64], 7), leak(1, [], 9), leak(2, [5], 10, 'string')])).toEqual([
      '3 tensors of shape 64×64 (float32, 49.2 kB) made on line 7 were left behind.',
      '1 scalar (float32, 4 B) made on line 9 was left behind.',
      '2 tensors of shape 5 (string) made on line 10 were left behind.',
    ]);
    expect(sentences([leak(1, [2, 0])])).toEqual([
      '1 tensor of shape 2×0 (float32, 0 B) was left behind.',
    ]);
  });

  it('names three kinds and counts the rest', () => {
    const many = [1, 2, 3, 4].map((n) => leak(n, [n]));
    expect(sentences(many, 5).slice(3)).toEqual(['9 more were left behind.']);
    expect(sentences([], 1)).toEqual(['1 tensor was left behind.']);
  });

  it('advises a tidy around the one line, or around what makes them', () => {
    const advice = (...leaked: ReturnType<typeof leak>[]) =>
      memoryWords({ ...report, leaked }).advice;
    expect(advice(leak(1, [], 3), leak(1, [2], 3))).toMatch(/^Wrap that line in tf\.tidy\(/);
    expect(advice(leak(1, [], 3), leak(1, [2], 4))).toMatch(/^Wrap what makes them in tf\.tidy\(/);
    expect(advice(leak(1, []))).toMatch(/^Wrap what makes them in tf\.tidy\(/);
  });
});

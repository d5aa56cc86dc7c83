import { expect } from 'vitest';
import { bothWays, type Case, type Trained } from './replay-both-ways';

export function expectSame({ plain, replayed }: { plain: Trained; replayed: Trained }): void {
  expect(Object.keys(replayed.history)).toEqual(Object.keys(plain.history));
  for (const [name, values] of Object.entries(plain.history))
    expectClose(replayed.history[name]!, values, 1e-4);
  expect(replayed.weights).toHaveLength(plain.weights.length);
  expectClose(replayed.seen, plain.seen, 1e-3);
  plain.weights.forEach((values, i) => expectClose(replayed.weights[i]!, values, 1e-3));
}

function expectClose(actual: ArrayLike<number>, wanted: ArrayLike<number>, within: number): void {
  expect(actual).toHaveLength(wanted.length);
  const far = Array.from(wanted).filter((value, i) => {
    const isNaNToo = Number.isNaN(value) && Number.isNaN(actual[i]);
    return !isNaNToo && !(Math.abs(value - actual[i]!) <= within * Math.max(1, Math.abs(value)));
  });
  expect(far).toEqual([]);
}

/** Holds a replayed training to the ordinary one, and to have been replayed at least so often. */
export async function expectReplayed(one: Case, least = 3): Promise<void> {
  const both = await bothWays(one);
  expect(both.replayed.replays).toBeGreaterThanOrEqual(least);
  expectSame(both);
}

import { describe, expect, it } from 'vitest';
import { createFetchData } from './fetch-data';

const FILES = { 'a/a.csv': { file: 'data/a/a-01234567.csv', bytes: 5 } };

/** An answer that comes in parts, and breaks after them if asked. */
function answer(parts: number[][], { status = 200, breaks = false } = {}) {
  const waiting = parts.map((part) => new Uint8Array(part));
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const next = waiting.shift();
      if (next !== undefined) controller.enqueue(next);
      else if (breaks) controller.error(new TypeError('network error'));
      else controller.close();
    },
  });
  return { ok: status < 400, status, body };
}

describe('fetching a data file', () => {
  it('gives the bytes of the hashed file, and tells of each part', async () => {
    const asked: string[] = [];
    const told: [number, number][] = [];
    const fetchData = createFetchData(FILES, async (file) => {
      asked.push(file);
      return answer([[1, 2], [3], [4, 5]]);
    });
    const bytes = await fetchData('a/a.csv', (...sizes) => told.push(sizes));
    expect([...new Uint8Array(bytes)]).toEqual([1, 2, 3, 4, 5]);
    expect(asked).toEqual(['data/a/a-01234567.csv']);
    expect(told).toEqual([
      [0, 5],
      [2, 5],
      [3, 5],
      [5, 5],
    ]);
  });

  it.each([
    ['without a connection', () => Promise.reject(new TypeError('Failed to fetch')), 'connection'],
    ['when it breaks', async () => answer([[1]], { breaks: true }), 'connection'],
    ['when the file is gone', async () => answer([], { status: 404 }), 'server answered 404'],
    ['when some is missing', async () => answer([[1, 2, 3]]), 'not all of it arrived'],
  ])('says what to do %s', async (_, get, reason) => {
    const failure = createFetchData(FILES, get)('a/a.csv');
    await expect(failure).rejects.toThrow(`“a/a.csv” could not be loaded`);
    await expect(failure).rejects.toThrow(reason);
    await expect(failure).rejects.toThrow('run the cell again');
  });

  it('knows no other files', async () => {
    const fetchData = createFetchData(FILES, async () => answer([]));
    await expect(fetchData('toString')).rejects.toThrow('There is no data file “toString”.');
  });
});

import '@tensorflow/tfjs-backend-cpu';
import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { createCourse, installFitDefaults, installLabelCheck } from '@/lib/course';
import { fakeHost } from '@/lib/course/testing/fake-host';
import * as tf from '@/lib/course/tf';
import { startSession, type CellCode } from './testing/start-session';

const host = fakeHost();

beforeAll(async () => {
  await tf.setBackend('cpu');
  // As the worker has it: the reader's lines lie below more of TensorFlow.js's.
  Error.stackTraceLimit = 50;
  installFitDefaults(host);
  installLabelCheck(host);
  Object.assign(globalThis, { tf, ...createCourse(host) });
});

/** The cells of the second lesson, trained for one epoch on a few women. */
async function lessonCells(): Promise<CellCode[]> {
  const path = new URL('../../content/02-neural-networks/lesson.mdx', import.meta.url);
  const text = await readFile(path, 'utf8');
  const fences = text.matchAll(/^```ts cell="([\w-]+)"[^\n]*\n([\s\S]*?)^```/gm);
  return [...fences].map(([, id, code]) => ({ id: id!, code: shortened(code!) }));
}

function shortened(code: string): string {
  return code
    .replace(/epochs: \d+/g, 'epochs: 1')
    .replace('[1, 2, 3, 4, 5]', '[1]')
    .replace('rows.slice(b)', 'rows.slice(b, b + 8)')
    .replace('rows.slice(a, b)', 'rows.slice(a, a + 4)')
    .replace('rows.slice(0, a)', 'rows.slice(0, 4)');
}

it('stays flat over a hundred runs of the lesson’s cells', async () => {
  const cells = await lessonCells();
  expect(cells.length).toBeGreaterThan(8);
  const session = startSession(cells);
  const round = async () => {
    for (const { id } of cells) {
      const outcome = await session.run(id);
      expect(outcome.status, `${id}: ${JSON.stringify(outcome)}`).toBe('done');
    }
    const { numTensors, numBytes } = tf.memory();
    return { numTensors, numBytes };
  };
  const first = await round();
  for (let n = 1; n < 100; n++) expect(await round()).toEqual(first);
}, 120_000);

it('stays flat where one cell runs a hundred times, in whatever order the others ran', async () => {
  const cells = await lessonCells();
  const session = startSession(cells);
  for (const { id } of cells) await session.run(id);
  for (const id of ['split', 'build', 'train', 'inside', 'logistic']) {
    await session.run(id);
    const { numTensors, numBytes } = tf.memory();
    for (let n = 0; n < 20; n++) await session.run(id);
    expect([id, tf.memory().numTensors, tf.memory().numBytes]).toEqual([id, numTensors, numBytes]);
  }
}, 60_000);

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installFitDefaults } from '@/lib/course';
import * as tf from '@/lib/course/tf';
import { fakeHost } from '@/lib/course/testing/fake-host';
import { installReplay, type Replay } from '@/lib/devices';
import { startWasm } from '@/lib/devices/testing/start-wasm';
import { startSession, type CellCode } from './testing/start-session';

const host = fakeHost();
const undo: (() => void)[] = [];
let replay: Replay;
beforeAll(async () => {
  await startWasm();
  replay = installReplay();
  undo.push(replay.undo, installFitDefaults(host));
  Object.assign(globalThis, { tf });
  Error.stackTraceLimit = 50;
});
afterAll(() => undo.reverse().forEach((one) => one()));

const MODEL: CellCode = {
  id: 'model',
  code: `const optimizer = tf.train.adam(0.01);
const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2] })] });
model.compile({ optimizer, loss: 'meanSquaredError' });`,
};
const DATA: CellCode = {
  id: 'data',
  code: 'const xs = tf.ones([64, 2]); const ys = tf.ones([64, 3]);',
};
const FIT = 'await model.fit(xs, ys, { epochs: 5, batchSize: 8 });';

describe('a cell that trains by replay', () => {
  it('is seen to train what others made, each time that it runs', async () => {
    const { run } = startSession([MODEL, DATA, { id: 'fit', code: FIT }]);
    for (const id of ['model', 'data']) await run(id);
    for (let i = 0; i < 3; i++) {
      const { mutations } = await run('fit');
      expect(mutations).toContainEqual({ cell: 'model', name: 'model', how: 'trains' });
      expect(mutations).toContainEqual({ cell: 'model', name: 'optimizer', how: 'trains' });
    }
  });

  it('is seen to train in a loop of its own, too', async () => {
    const code = 'for (let i = 0; i < 9; i++) await model.trainOnBatch(xs, ys);';
    const begin = () => replay.doubt();
    const { run } = startSession([MODEL, DATA, { id: 'loop', code }], {
      leftovers: { begin, end() {} },
    });
    for (const id of ['model', 'data']) await run(id);
    for (let i = 0; i < 3; i++) {
      const { mutations } = await run('loop');
      expect(mutations).toContainEqual({ cell: 'model', name: 'model', how: 'trains' });
      expect(mutations).toContainEqual({ cell: 'model', name: 'optimizer', how: 'trains' });
    }
  });

  it('leaves no tensor behind', async () => {
    const { run } = startSession([MODEL, DATA, { id: 'fit', code: FIT }]);
    for (const id of ['model', 'data', 'fit']) await run(id);
    const { memory } = await run('fit');
    expect(memory!.leaked).toEqual([]);
    expect((await run('fit')).memory).toEqual(memory);
  });

  it('can be stopped between two batches, keeps what it has learnt, and can go on', async () => {
    const { run, displayed } = startSession([
      MODEL,
      DATA,
      { id: 'fit', code: FIT },
      { id: 'look', code: 'const weight = model.getWeights()[0].dataSync()[0]; weight' },
    ]);
    for (const id of ['model', 'data', 'fit', 'look']) await run(id);
    host.checkpoints = 0;
    host.stopAtCheckpoint = 20;
    const stopped = await run('fit');
    host.stopAtCheckpoint = Infinity;
    expect(stopped).toMatchObject({
      status: 'error',
      error: { message: 'Stopped by the reader.' },
    });
    expect(host.checkpoints).toBe(20);
    await run('look');
    await run('fit');
    await run('look');
    const [before, between, after] = displayed as number[];
    expect(new Set([before, between, after]).size).toBe(3);
    expect(Number.isFinite(after)).toBe(true);
  });

  it('frees a model whose cell runs again, which can then be trained anew', async () => {
    const { run } = startSession([MODEL, DATA, { id: 'fit', code: FIT }]);
    for (const id of ['model', 'data', 'fit']) await run(id);
    const { numTensors } = tf.memory();
    for (let i = 0; i < 3; i++) for (const id of ['model', 'fit']) await run(id);
    expect(tf.memory().numTensors).toBe(numTensors);
  });
});

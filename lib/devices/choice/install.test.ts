import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DeviceReport, DeviceStatus } from '@/lib/protocol';
import { makeCurrent } from '../make-current';
import { installReplay } from '../replay';
import { startWasm } from '../testing/start-wasm';
import { DeviceChoice } from './device-choice';
import { installDeviceChoice } from './install';
import { registerSecondCpu } from './testing/second-cpu';

const REPORTS: DeviceReport[] = [
  { device: 'webgl', available: true, detail: 'a card' },
  { device: 'wasm', available: true, detail: 'SIMD' },
];

let uninstall = () => {};

beforeAll(async () => {
  await startWasm();
  registerSecondCpu('webgl');
});
afterEach(async () => {
  uninstall();
  await makeCurrent('wasm');
  tf.disposeVariables();
});

/** Each look at the clock finds that so many milliseconds have passed, by the device that is current. */
function install(
  tick: { wasm: number; webgl: number },
  change: { prepare?: () => Promise<void> } = {},
) {
  let time = 0;
  const told: DeviceStatus[] = [];
  const went: string[] = [];
  const choice = new DeviceChoice({
    now: () => (time += tf.getBackend() === 'webgl' ? tick.webgl : tick.wasm),
    after: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    isStopped: () => false,
    prepare: () => Promise.resolve(),
    isExact: () => true,
    cameBack() {},
    base: () => 'wasm',
    isPinned: () => false,
    reports: () => REPORTS,
    survey: () => Promise.resolve(),
    learned() {},
    trainsOn: (device) => void went.push(device),
    tell: (status) => void told.push(status),
    ...change,
  });
  uninstall = installDeviceChoice(choice);
  return { told, went };
}

/** 64 rows of 8, a class of 3. */
function rows() {
  const x = tf.randomNormal([64, 8], 0, 1, 'float32', 1);
  const y = tf.cast(
    tf.oneHot(
      Array.from({ length: 64 }, (_, i) => i % 3),
      3,
    ),
    'float32',
  );
  return { x, y };
}

/** `chance`: with dropout, which no replay takes. */
function classifier(optimizer: string, chance = true): tfl.Sequential {
  const dense = (units: number, activation: 'relu' | 'softmax', seed: number) =>
    tfl.layers.dense({
      units,
      activation,
      kernelInitializer: tfl.initializers.glorotUniform({ seed }),
    });
  const layers = [
    tfl.layers.inputLayer({ inputShape: [8] }),
    dense(16, 'relu', 1),
    ...(chance ? [tfl.layers.batchNormalization(), tfl.layers.dropout({ rate: 0.3 })] : []),
    dense(3, 'softmax', 2),
  ];
  const model = tfl.sequential({ layers });
  model.compile({ optimizer, loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  return model;
}

/** Chance that repeats, as the sandbox has it. */
function seedChance(): void {
  let state = 1;
  Math.random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

async function curve(optimizer: string, chance = true) {
  seedChance();
  const model = classifier(optimizer, chance);
  const data = rows();
  const { history } = await model.fit(data.x, data.y, {
    ...{ epochs: 25, batchSize: 16, validationSplit: 0.25, verbose: 0 },
  });
  const weights = model.getWeights().flatMap((weight) => [...weight.dataSync()]);
  tf.dispose(data);
  return { losses: [...history['loss']!, ...history['val_loss']!] as number[], weights };
}

const close = (a: readonly number[], b: readonly number[]) =>
  expect(Math.max(...a.map((value, i) => Math.abs(value - b[i]!)))).toBeLessThan(1e-3);

const MOVES = [
  [{ wasm: 60, webgl: 1 }, 'webgl'],
  [{ wasm: 15, webgl: 60 }, 'wasm'],
] as const;

describe.each(['sgd', 'adam', 'rmsprop', 'adamax'])('fit with %s', (optimizer) => {
  it.each([
    ['TensorFlow.js’s own steps', true, false],
    ['replayed steps', false, true],
  ])('of %s is the same with a move, and with a trial that lost', async (_, chance, isFast) => {
    const plain = await curve(optimizer, chance);
    for (const [tick, ends] of MOVES) {
      const replay = isFast ? installReplay() : null;
      const { told, went } = install(tick);
      const moved = await curve(optimizer, chance);
      uninstall();
      replay?.undo();
      expect(told.at(-1)?.reason).toMatch(/faster than/);
      expect([told.at(-1)?.device, went.at(-1)]).toEqual([ends, ends]);
      expect(tf.getBackend()).toBe('wasm');
      close(plain.losses, moved.losses);
      close(plain.weights, moved.weights);
    }
  });
});

describe('a trial', () => {
  it('leaves no tensor behind, won or lost', async () => {
    for (const webgl of [1, 500]) {
      const { told } = install({ wasm: 50, webgl });
      const model = classifier('adam');
      const { x, y } = rows();
      const fit = () => model.fit(x, y, { epochs: 25, batchSize: 16, verbose: 0 });
      await model.fit(x, y, { epochs: 1, verbose: 0 });
      const before = tf.memory().numTensors;
      await fit();
      expect(told.at(-1)?.measured?.words).toMatch(/faster/);
      expect(tf.memory().numTensors).toBe(before);
      uninstall();
    }
  });

  it('of a device that can not be started leaves training as it is', async () => {
    const plain = await curve('adam');
    const prepare = () => Promise.reject(new Error('no context'));
    const { told } = install({ wasm: 50, webgl: 1 }, { prepare });
    const tried = await curve('adam');
    close(plain.weights, tried.weights);
    expect(told.at(-1)).toMatchObject({ device: 'wasm' });
    expect(told.at(-1)?.reason).toMatch(/WebGL could not do it\.$/);
  });

  it('does no step of a model with code of the reader’s own', async () => {
    const { told } = install({ wasm: 50, webgl: 1 });
    let calls = 0;
    const model = classifier('adam');
    model.compile({
      optimizer: 'adam',
      loss: (truth, guess) => ((calls += 1), tf.losses.meanSquaredError(truth, guess)),
    });
    const { x, y } = rows();
    await model.fit(x, y, { epochs: 20, batchSize: 16, verbose: 0 });
    expect(calls).toBe(20 * 4);
    expect(told.at(-1)?.device).toBe('wasm');
  });

  it('leaves what is frozen as it is, the same data and all', async () => {
    const { told } = install({ wasm: 10, webgl: 500 });
    const model = classifier('sgd');
    const [, first] = model.layers;
    first!.trainable = false;
    model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' });
    const kernel = first!.weights[0]!.read();
    const { dataId } = kernel;
    const { x, y } = rows();
    await model.fit(x, y, { epochs: 60, batchSize: 16, verbose: 0 });
    expect(told.at(-1)?.reason).toMatch(/faster than WebGL/);
    expect(kernel.dataId).toBe(dataId);
  });
});

import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DeviceReport, DeviceStatus, ModelTimes } from '@/lib/protocol';
import { makeCurrent } from '../make-current';
import { installReplay } from '../replay';
import { startWasm } from '../testing/start-wasm';
import { DeviceChoice, type ChoiceHost } from './device-choice';
import { installDeviceChoice } from './install';
import { registerSecondCpu } from './testing/second-cpu';

let undo: (() => void)[] = [];

beforeAll(async () => {
  await startWasm();
  registerSecondCpu('webgl');
});
afterEach(async () => {
  undo.reverse().forEach((each) => each());
  undo = [];
  await makeCurrent('wasm');
  tf.disposeVariables();
});

type Spec = { wasm: number; webgl: number; first?: number; detail?: string };

/** A machine whose clock goes on with each turn of a loop, by what the present device takes for one. */
function install(spec: Spec, change: Partial<ChoiceHost> = {}) {
  const told: DeviceStatus[] = [];
  const learned: ModelTimes[] = [];
  const machine = { time: 0, cameBack: 0, isWarm: false, told, learned, turn, choice: choose() };
  function turn(share = 1): void {
    const isAway = tf.getBackend() === 'webgl';
    const first = isAway && !machine.isWarm ? (spec.first ?? 300) : 0;
    machine.isWarm ||= isAway;
    machine.time += first + share * (isAway ? spec.webgl : spec.wasm);
  }
  function choose(): DeviceChoice {
    const reports: DeviceReport[] = [
      { device: 'webgl', available: true, detail: spec.detail ?? 'a card' },
      { device: 'wasm', available: true, detail: 'SIMD' },
    ];
    return new DeviceChoice({
      now: () => machine.time,
      after: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      isStopped: () => false,
      prepare: () => Promise.resolve(),
      isExact: () => true,
      cameBack: () => void (machine.cameBack += 1),
      base: () => 'wasm',
      isPinned: () => false,
      reports: () => reports,
      survey: () => Promise.resolve(),
      learned: (model) => void learned.push(model),
      trainsOn() {},
      tell: (status) => void told.push(status),
      ...change,
    });
  }
  undo.push(installDeviceChoice(machine.choice));
  machine.choice.loops.begin();
  return machine;
}

type Machine = ReturnType<typeof install>;

const letIn = () => new Promise((resolve) => setImmediate(resolve));

/** Two players with an optimizer each, and a constant that both devices read. */
async function game(turns: number, turn: () => void, wait = true) {
  const data = tf.randomNormal([32, 2], 0, 1, 'float32', 5);
  const start = (seed: number) =>
    tf.tidy(() => tf.variable(tf.randomNormal([2, 3], 0, 1, 'float32', seed)));
  const [a, b] = [start(1), start(2)];
  const [one, two] = [tf.train.adam(0.01), tf.train.sgd(0.05)];
  const distance = () => tf.matMul(data, a.sub(b)).square().mean() as tf.Scalar;
  for (let i = 0; i < turns; i++) {
    one.minimize(distance, false, [a]);
    two.minimize(() => distance().neg().add(b.square().sum()) as tf.Scalar, false, [b]);
    turn();
    if (wait) await letIn();
  }
  const weights = [...a.dataSync(), ...b.dataSync()];
  one.dispose();
  two.dispose();
  tf.dispose([data, a, b]);
  return weights;
}

/** `trainOnBatch` of a model, on two batches in turn. */
async function batches(turns: number, turn: () => void) {
  const dense = (units: number, seed: number) =>
    tfl.layers.dense({ units, kernelInitializer: tfl.initializers.glorotUniform({ seed }) });
  const model = tfl.sequential({
    layers: [tfl.layers.inputLayer({ inputShape: [4] }), dense(5, 1), dense(1, 2)],
  });
  model.compile({ optimizer: tf.train.adam(0.01), loss: 'meanSquaredError' });
  const xs = [3, 4].map((seed) => tf.randomNormal([8, 4], 0, 1, 'float32', seed));
  const y = tf.ones([8, 1]);
  for (let i = 0; i < turns; i++) {
    await model.trainOnBatch(xs[i % 2]!, y);
    turn();
    await letIn();
  }
  const weights = model.getWeights().flatMap((weight) => [...weight.dataSync()]);
  model.dispose();
  tf.dispose([xs, y]);
  return weights;
}

const close = (a: readonly number[], b: readonly number[]) =>
  expect(Math.max(...a.map((value, i) => Math.abs(value - b[i]!)))).toBeLessThan(1e-4);

/** The loop and the end of its run. */
async function play(machine: Machine, turns: number, loop: typeof game | typeof batches = game) {
  const weights = await loop(turns, machine.turn);
  machine.choice.loops.end();
  return weights;
}

describe('a loop of a reader’s own', () => {
  it.each([
    ['minimize', game],
    ['trainOnBatch', batches],
  ])('of %s goes on where it is faster, with the same numbers', async (_, loop) => {
    const plain = await loop(100, () => {});
    const replay = installReplay();
    undo.push(replay.undo);
    const machine = install({ wasm: 240, webgl: 40 }, { cameBack: () => replay.doubt() });
    close(await play(machine, 100, loop), plain);
    expect(machine.told.at(-1)).toMatchObject({
      device: 'webgl',
      reason: 'WebGL, 6.0x faster than WebAssembly for this model.',
    });
    expect(machine.time).toBeLessThan(100 * 40 + 4_000);
    expect(tf.getBackend()).toBe('wasm');
  });

  it.each([
    ['minimize', game],
    ['trainOnBatch', batches],
  ])('of %s comes back from a slower device, with the same numbers', async (_, loop) => {
    const plain = await loop(100, () => {});
    const replay = installReplay();
    undo.push(replay.undo);
    const machine = install({ wasm: 100, webgl: 500 }, { cameBack: () => replay.doubt() });
    close(await play(machine, 100, loop), plain);
    expect(machine.told.at(-1)).toMatchObject({
      device: 'wasm',
      reason: 'WebAssembly, 5.0x faster than WebGL for this model.',
    });
    expect(machine.time).toBeLessThan(1.15 * 100 * 100);
  });

  it('is counted by its turns, not by its steps', async () => {
    const machine = install({ wasm: 4, webgl: 400 });
    await play(machine, 200);
    expect(machine.told.at(-1)?.measured?.words).toBe('4 ms a step');
  });

  it('that waits for nothing stays where it is: nothing can be started meanwhile', async () => {
    const machine = install({ wasm: 60, webgl: 1 });
    await game(100, machine.turn, false);
    expect(machine.time).toBe(100 * 60);
  });

  it('is remembered, and moves without a trial', async () => {
    const first = install({ wasm: 60, webgl: 10 });
    await play(first, 200);
    const second = install({ wasm: 60, webgl: 10, first: 0 });
    second.choice.knowledge.models.remember(first.learned);
    await play(second, 200);
    expect(second.time).toBeLessThan(200 * 10 + 600);
    expect(second.learned.every(({ trying }) => trying === null)).toBe(true);
  });

  it('is another one when its turns take ten times as long', async () => {
    const first = install({ wasm: 60, webgl: 10 });
    await play(first, 200);
    const second = install({ wasm: 6, webgl: 10, first: 50 });
    second.choice.knowledge.models.remember(first.learned);
    await play(second, 300);
    expect(second.told.at(-1)?.device).toBe('wasm');
    expect(second.time).toBeLessThan(1.15 * 300 * 6);
  });

  it.each([
    ['the device is pinned', {}, { isPinned: () => true }],
    ['there is only a software renderer', { detail: 'SwiftShader, a software renderer' }, {}],
    ['the device would lose digits', {}, { isExact: () => false }],
    ['the device can not be started', {}, { prepare: () => Promise.reject(new Error('no')) }],
  ] as const)('stays where it is if %s', async (_, spec, change) => {
    const machine = install({ wasm: 60, webgl: 1, ...spec }, change);
    await play(machine, 100);
    expect(machine.time).toBe(100 * 60);
  });

  it('does a step again that the other device can not do', async () => {
    const plain = await game(100, () => {});
    const machine = install({ wasm: 60, webgl: 1 });
    const kernel = tf.getKernel('Square', 'webgl')!;
    tf.unregisterKernel('Square', 'webgl');
    try {
      close(await play(machine, 100), plain);
    } finally {
      tf.registerKernel(kernel);
    }
    expect(machine.told.at(-1)?.reason).toMatch(/WebGL could not do it/);
  });

  it('leaves an error of the reader’s own to the reader', async () => {
    const machine = install({ wasm: 60, webgl: 10 });
    const w = tf.variable(tf.scalar(1));
    const optimizer = tf.train.sgd(0.1);
    let calls = 0;
    const step = () =>
      optimizer.minimize(() => {
        calls += 1;
        if (calls > 200) throw new RangeError('mine');
        return w.square() as tf.Scalar;
      });
    for (let i = 0; i < 200; i++) {
      step();
      machine.turn();
      await letIn();
    }
    expect(tf.getBackend()).toBe('webgl');
    expect(step).toThrow('mine');
    expect(tf.getBackend()).toBe('wasm');
    machine.choice.loops.end();
    expect(machine.learned.at(-1)?.times.map(({ outcome }) => outcome)).not.toContain('failed');
    expect(machine.told.at(-1)?.reason).not.toMatch(/could not/);
  });

  it('comes back from a device that becomes slower', async () => {
    const spec = { wasm: 60, webgl: 10 };
    const machine = install(spec);
    const devices: string[] = [];
    await game(400, () => {
      machine.turn();
      if (machine.time > 4_000) spec.webgl = 200;
      devices.push(tf.getBackend());
    });
    expect(devices.lastIndexOf('webgl')).toBeGreaterThan(100);
    expect(devices.slice(-100)).not.toContain('webgl');
    machine.choice.loops.end();
    expect(machine.told.at(-1)?.device).toBe('wasm');
  });

  it('that goes on after its run moves nothing any more', async () => {
    const machine = install({ wasm: 60, webgl: 10 });
    machine.choice.loops.end();
    await game(100, machine.turn);
    expect(machine.time).toBe(100 * 60);
  });

  it('gives way to a device that is set from outside', async () => {
    const machine = install({ wasm: 60, webgl: 10 });
    let turns = 0;
    await game(150, () => {
      machine.turn();
      turns += 1;
      if (turns === 120) void makeCurrent('wasm');
    });
    machine.choice.loops.end();
    const away = machine.learned.at(-1)?.times.find(({ device }) => device === 'webgl');
    expect(away?.ms).toBe(10);
    expect(tf.getBackend()).toBe('wasm');
  });

  it('comes back when a fit begins', async () => {
    const machine = install({ wasm: 60, webgl: 10 });
    await game(200, machine.turn);
    expect(tf.getBackend()).toBe('webgl');
    const model = tfl.sequential({ layers: [tfl.layers.dense({ units: 1, inputShape: [2] })] });
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    const x = tf.ones([4, 2]);
    await model.fit(x, tf.ones([4, 1]), { epochs: 1, verbose: 0 });
    expect(tf.getBackend()).toBe('wasm');
  });

  it('leaves no tensor behind', async () => {
    for (const webgl of [10, 500]) {
      const machine = install({ wasm: 60, webgl });
      const before = tf.memory().numTensors;
      await play(machine, 200);
      expect(machine.told.at(-1)?.measured?.words).toMatch(/faster/);
      expect(tf.memory().numTensors).toBe(before);
    }
  });
});

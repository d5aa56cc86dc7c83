import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential, type Sequential } from '@tensorflow/tfjs-layers';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startWasm } from '../testing/start-wasm';
import { FakeMachine, type MachineSpec, type Speed } from './testing/fake-machine';
import { registerSecondCpu } from './testing/second-cpu';

let model: Sequential;

beforeAll(async () => {
  await startWasm();
  registerSecondCpu('webgl');
  registerSecondCpu('webgpu');
});
beforeEach(() => {
  tf.disposeVariables();
  model = sequential({ layers: [layers.dense({ units: 1, inputShape: [3] })] });
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
});

const card = (step: number, change: Partial<Speed> = {}): Speed => ({
  ...{ start: 100, first: 300, step },
  ...change,
});

/** How long the best fixed device takes for all of them together. */
function best({ wasm, webgl, webgpu }: MachineSpec, batches: number): number {
  const cards = [webgl, webgpu].flatMap((speed) =>
    speed === undefined || speed.fails === true
      ? []
      : [speed.start + speed.first + Math.max(0.5, batches - 1) * speed.step],
  );
  return Math.min(wasm * batches, ...cards);
}

describe('the device of a training', () => {
  it('becomes the faster one, and says by how much', async () => {
    const machine = new FakeMachine({ wasm: 60, webgl: card(10) });
    await machine.train(model, 1_000);
    expect(machine.time).toBeLessThan(1_000 * 10 + 1_500);
    expect(machine.told.at(-1)).toMatchObject({
      device: 'webgl',
      reason: 'WebGL, 6.0x faster than WebAssembly for this model.',
      measured: { words: '6.0x faster than WebAssembly' },
    });
    expect(tf.getBackend()).toBe('wasm');
  });

  it('stays where it is faster, at hardly a cost', async () => {
    const machine = new FakeMachine({ wasm: 10, webgl: card(180) });
    await machine.train(model, 2_000);
    expect(machine.told.at(-1)).toMatchObject({
      device: 'wasm',
      reason: 'WebAssembly, 18x faster than WebGL for this model.',
    });
    expect(machine.time).toBeLessThan(1.1 * 20_000);
  });

  it('is tried once: the next training of the model goes there at once', async () => {
    const machine = new FakeMachine({ wasm: 60, webgl: card(10) });
    await machine.train(model, 1_000);
    const before = machine.time;
    await machine.train(model, 100);
    expect(machine.time - before).toBe(1_000);
  });

  it('is remembered on the next visit, without a trial', async () => {
    const first = new FakeMachine({ wasm: 60, webgl: card(10) });
    await first.train(model, 1_000);
    const second = new FakeMachine({ wasm: 60, webgl: card(10) });
    second.choice.knowledge.models.remember(first.learned);
    await second.train(model, 50);
    expect(second.time).toBeLessThan(50 * 10 + 500);
    expect(second.told[0]?.device).toBe('webgl');
  });

  it('is not believed of another machine', async () => {
    const first = new FakeMachine({ wasm: 60, webgl: card(10) });
    await first.train(model, 1_000);
    const second = new FakeMachine({ wasm: 60, webgl: card(10), isSoftware: true });
    second.choice.knowledge.models.remember(first.learned);
    await second.train(model, 10);
    expect(second.time).toBe(600);
  });

  it.each([
    ['a short training', { wasm: 60, webgl: card(10) }, 20],
    ['steps shorter than a dispatch', { wasm: 0.4, webgl: card(0.1) }, 100_000],
    ['small steps and a software renderer', { wasm: 10, webgl: card(1), isSoftware: true }, 9_000],
  ])('is not looked for in %s', async (_, spec: MachineSpec, batches) => {
    const machine = new FakeMachine(spec);
    await machine.train(model, batches);
    expect(machine.time).toBeCloseTo(spec.wasm * batches, 0);
    expect(machine.told.at(-1)?.reason).toMatch(
      /^WebAssembly: \d+(\.\d+)? ms a step for this model\. (Trying|There is no graphics card)/,
    );
  });

  it('is not looked for when the reader has chosen, but measured', async () => {
    const machine = new FakeMachine({ wasm: 60, webgl: card(10) });
    machine.pinned = 'wasm';
    await machine.train(model, 1_000);
    expect(machine.time).toBe(60_000);
    expect(machine.told.at(-1)?.reason).toBe(
      'Chosen by you. WebAssembly: 60 ms a step for this model.',
    );
  });

  it('is not the one that the reader had chosen, once they leave it to the page', async () => {
    const machine = new FakeMachine({ wasm: 2, webgl: card(20) });
    machine.pinned = 'webgl';
    await machine.train(model, 40);
    machine.pinned = null;
    const before = machine.time;
    await machine.train(model, 40);
    expect(machine.time - before).toBe(80);
    expect(machine.told.at(-1)?.reason).toBe('WebAssembly, 10x faster than WebGL for this model.');
  });

  it('is not one that hangs, nor one that fails', async () => {
    for (const webgl of [
      card(10, { start: Infinity }),
      card(10, { first: Infinity }),
      card(Infinity),
      card(10, { fails: true }),
    ]) {
      const machine = new FakeMachine({ wasm: 60, webgl });
      await machine.train(model, 1_000);
      expect(machine.time).toBeLessThan(1.11 * 60_000);
      expect(machine.told.at(-1)?.device).toBe('wasm');
    }
  });

  it('is found though another one hangs: each gets its share', async () => {
    const machine = new FakeMachine({ wasm: 60, webgpu: card(Infinity), webgl: card(10) });
    await machine.train(model, 170);
    expect(machine.told.at(-1)?.device).toBe('webgl');
    expect(machine.time).toBeLessThan(0.5 * 10_200);
  });

  it('is left when it becomes slower than the one before', async () => {
    const machine = new FakeMachine({ wasm: 60, webgl: card(10) });
    const slow = setSlower(machine, 5_000, 100);
    await machine.train(model, 2_000);
    expect(slow()).toBe(true);
    expect(machine.told.at(-1)?.device).toBe('wasm');
    const learned = machine.learned.at(-1)?.times.find(({ device }) => device === 'webgl');
    expect(learned?.ms).toBeGreaterThan(60);
  });

  it('lets Stop end a trial', async () => {
    const machine = new FakeMachine({ wasm: 60, webgl: card(10, { first: Infinity }) });
    machine.stopAt = 700;
    await machine.train(model, 10_000);
    expect(machine.learned.at(-1)).toMatchObject({ trying: null, times: [{ device: 'wasm' }] });
    expect(machine.learned.some(({ trying }) => trying === 'webgl')).toBe(true);
    expect(machine.time).toBeLessThan(700 + 30);
  });
});

/** From that time on the graphics card takes so long for a step. */
function setSlower(machine: FakeMachine, at: number, step: number): () => boolean {
  const { webgl } = machine.spec;
  let isSlow = false;
  Object.defineProperty(webgl, 'step', {
    get() {
      isSlow ||= machine.time > at;
      return isSlow ? step : 10;
    },
  });
  return () => isSlow;
}

describe('all trainings of a lesson together', () => {
  const ms = (max: number) => fc.double({ min: 0.1, max, noNaN: true });
  /** No device does a step faster than it takes to dispatch it: `leastStep`. */
  const speed = (leastStep: number): fc.Arbitrary<Speed> =>
    fc.record({
      start: fc.oneof(ms(600), fc.constant(Infinity)),
      first: fc.oneof(ms(1_500), fc.constant(Infinity)),
      step: fc.oneof(
        ms(400).map((step) => leastStep + step),
        fc.constant(Infinity),
      ),
      fails: fc.boolean(),
    });
  const machineOf = (isSoftware: boolean, leastStep: number): fc.Arbitrary<MachineSpec> =>
    fc.record(
      {
        wasm: ms(400),
        webgl: speed(leastStep),
        webgpu: speed(leastStep),
        isSoftware: fc.constant(isSoftware),
      },
      { requiredKeys: ['wasm', 'isSoftware'] },
    );
  /** A software renderer works on the same processor as WASM does, and is never faster. */
  const slowed = ({ wasm, ...machine }: MachineSpec): MachineSpec => ({
    ...{ ...machine, wasm },
    ...(machine.webgl && { webgl: { ...machine.webgl, step: wasm + machine.webgl.step } }),
    ...(machine.webgpu && { webgpu: { ...machine.webgpu, step: wasm + machine.webgpu.step } }),
  });
  const spec = fc.oneof(machineOf(false, 1), machineOf(true, 20).map(slowed));

  /**
   * What is not in proportion to the training: some seconds, before which not both cards can have been tried; and until one is long enough for a card to be tried at all (ten times its
   * start and first step, thrice that when a trial had to be given up), training goes on without it.
   */
  const allowed = ({ wasm, webgl, webgpu }: MachineSpec) =>
    [webgl, webgpu].reduce(
      (sum, speed) =>
        speed === undefined || !Number.isFinite(speed.start + speed.first + speed.step)
          ? sum
          : sum + 30 * (speed.start + speed.first + 5 * speed.step + wasm),
      5_000 + 20 * wasm,
    );

  it('take at most 1.15 times as long as on the best fixed device, and a constant', async () => {
    await fc.assert(
      fc.asyncProperty(
        spec,
        fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 1, maxLength: 5 }),
        async (machineSpec, trainings) => {
          const machine = new FakeMachine(machineSpec);
          for (const batches of trainings) await machine.train(model, batches);
          const total = trainings.reduce((sum, batches) => sum + batches, 0);
          const most = 1.15 * best(machineSpec, total) + allowed(machineSpec);
          expect(machine.time).toBeLessThan(most);
        },
      ),
      { numRuns: 300 },
    );
  });
});

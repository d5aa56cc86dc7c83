import '@tensorflow/tfjs-backend-cpu';
import { afterEach, describe, expect, it } from 'vitest';
import { createBudget } from './budget';
import { createDeviceQueue, type DeviceQueue } from './device-queue';
import { installFitDefaults } from './fit-defaults';
import { createRunClock } from './run-clock';
import { fakeHost, type FakeHost } from './testing/fake-host';
import * as tf from './tf';

/** Of a device: it takes an order in no time, and a step takes it so long. */
function slowDevice(stepMs: number) {
  const device = { time: 0, told: 0, waits: [] as number[], isAhead: true };
  const queue = createDeviceQueue(() => device.time, {
    isAhead: () => device.isAhead,
    async settled() {
      await new Promise(setImmediate);
      device.waits.push(device.told);
      device.time += device.told * stepMs;
      device.told = 0;
    },
  });
  const tell: DeviceQueue = {
    get isEmpty() {
      return queue.isEmpty;
    },
    stepDone(model) {
      device.told += 1;
      return queue.stepDone(model);
    },
  };
  return { device, queue: tell };
}

const undo: (() => void)[] = [];
afterEach(() => {
  for (const each of undo.splice(0)) each();
});

/** 40 batches an epoch. */
async function fit(host: FakeHost, epochs: number, callbacks: tf.Callback[] = []) {
  undo.push(installFitDefaults(host));
  const x = tf.range(0, 160).reshape([160, 1]);
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
  model.compile({ loss: 'meanSquaredError', optimizer: tf.train.sgd(1e-6) });
  const { epoch } = await model.fit(x, x, { epochs, batchSize: 4, callbacks });
  tf.dispose(x);
  model.dispose();
  return epoch.length;
}

describe('a training on a device that runs ahead', () => {
  it('waits after each step that takes long', async () => {
    const { device, queue } = slowDevice(150);
    await fit({ ...fakeHost(), queue }, 1);
    expect(device.waits).toEqual(Array.from({ length: 40 }, () => 1));
  });

  it('lets short steps add up to a tenth of a second', async () => {
    const { device, queue } = slowDevice(10);
    await fit({ ...fakeHost(), queue }, 1);
    // The first is waited for alone, to know how long one takes.
    expect(device.waits).toEqual([1, 10, 10, 10]);
  });

  it('is not waited for on the processor, which has done what it was told', async () => {
    const { device, queue } = slowDevice(150);
    device.isAhead = false;
    await fit({ ...fakeHost(), queue }, 1);
    expect(device.waits).toEqual([]);
    expect(queue.isEmpty).toBe(true);
  });

  it('comes to its end within its budget, and looks ahead by what steps really take', async () => {
    const { device, queue } = slowDevice(30);
    const host = { ...fakeHost(), queue };
    const budget = createBudget(
      host,
      createRunClock(host.run, () => device.time),
    );
    // 40 steps of 30 ms are 1.2 s an epoch: 4 end at 4.8 s, and a fifth would at 6.
    expect(await fit(host, 20, [budget({ seconds: 5.5 })])).toBe(4);
    expect(device.time / 1000).toBeLessThanOrEqual(5.5);
  });

  it('stops soon after it was asked to', async () => {
    const { device, queue } = slowDevice(400);
    const host = Object.assign(fakeHost(), { queue, stopAtCheckpoint: 3 });
    await expect(fit(host, 20)).rejects.toThrow('Stopped by the reader.');
    // Once before the first step, and after each.
    expect(device).toMatchObject({ told: 0, time: 800 });
  });
});

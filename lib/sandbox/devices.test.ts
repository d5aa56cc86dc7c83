import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import * as tf from '@/lib/course/tf';
import type { WasmPaths } from '@/lib/devices';
import { startWasm } from '@/lib/devices/testing/start-wasm';
import { createDeviceKeeper, type DeviceKeeper } from './devices';

describe('the devices of a worker', () => {
  let keeper: DeviceKeeper;
  beforeAll(async () => {
    await startWasm();
    keeper = createDeviceKeeper({} as WasmPaths, {
      onLost() {},
      onStatus() {},
      onLearned() {},
      onCameBack() {},
      isStopped: () => false,
    });
    await keeper.choose('auto');
  });

  it('work on the one that was chosen', () => {
    keeper.beginRun();
    keeper.endRun();
    expect(keeper.ranOn()).toMatchObject({ device: 'wasm', fellBack: false });
  });

  it('are the reader’s to set, until the run is over', async () => {
    keeper.beginRun();
    await tf.setBackend('cpu');
    const x = tf.tensor1d([1, 2]);
    keeper.endRun();
    expect(keeper.ranOn().device).toBe('cpu');
    expect(tf.getBackend()).toBe('wasm');
    expect([...x.square().dataSync()]).toEqual([1, 4]);
    keeper.beginRun();
    expect(keeper.ranOn().device).toBe('wasm');
  });
});

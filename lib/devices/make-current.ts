import * as tf from '@tensorflow/tfjs-core';
import type { Device } from '@/lib/protocol';

type Engine = { setBackend(name: string): Promise<boolean> };

let isOurs = false;

/**
 * Makes a device TensorFlow.js's current one: at once if it was started before.
 *
 * @throws {Error} when it can't be started.
 */
export async function makeCurrent(device: Device): Promise<void> {
  isOurs = true;
  let changed: Promise<boolean>;
  try {
    changed = tf.setBackend(device);
  } finally {
    isOurs = false;
  }
  if (!(await changed)) throw new Error(`TensorFlow.js could not start its ${device} backend.`);
}

/** Calls back whenever reader code calls `tf.setBackend`. */
export function onReaderChoice(listener: () => void): void {
  const engine = tf.engine() as unknown as Engine;
  const { setBackend } = engine;
  engine.setBackend = function (this: Engine, name) {
    if (!isOurs) listener();
    return setBackend.call(this, name);
  };
}

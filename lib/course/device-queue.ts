import * as tf from './tf';

/**
 * The steps that a graphics device has been told and may not have done: it takes orders far faster than it carries them
 * out. Without waiting, a training would be told whole within a second, after which neither Stop nor a budget could end it.
 */
export type DeviceQueue = {
  /** Whether the device has done every step that it was told; always so on the processor. */
  readonly isEmpty: boolean;
  /** After a step of this model. Null, or settles once the device has done all steps: ask before going on. */
  stepDone(model: tf.LayersModel): Promise<void> | null;
};

/** So much work may wait in the device. Long beside the time that waiting for it costs, short for who presses Stop. */
const MOST_MS = 100;

/** @param now a clock, in milliseconds */
export function createDeviceQueue(
  now: () => number = performance.now.bind(performance),
  { isAhead, settled } = { isAhead: runsAhead, settled: readSmallestWeight },
): DeviceQueue {
  let steps = 0;
  let since = now();
  /** What a step took lately. Of the first nothing is known, and a device that makes programs for it takes long. */
  let stepMs = Infinity;
  return {
    get isEmpty() {
      return steps === 0;
    },
    stepDone(model) {
      if (!isAhead()) {
        steps = 0;
        stepMs = Infinity;
        return null;
      }
      steps += 1;
      if (steps * stepMs < MOST_MS) return null;
      return settled(model).then(() => {
        const at = now();
        stepMs = (at - since) / steps;
        since = at;
        steps = 0;
      });
    },
  };
}

const runsAhead = () => ['webgl', 'webgpu'].includes(tf.getBackend());

/** As the last step left it, so it is there when that is done. */
async function readSmallestWeight(model: tf.LayersModel): Promise<void> {
  const [smallest] = model.trainableWeights.map((weight) => weight.read()).sort(bySize);
  await smallest?.data();
}

const bySize = (a: tf.Tensor, b: tf.Tensor) => a.size - b.size;

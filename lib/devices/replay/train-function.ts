import * as tf from '@tensorflow/tfjs-core';
import type { Wasm } from './engine';
import type { FitModel } from './fitting';
import type { Program } from './program';
import type { OrdinaryStep } from './trainer';
import type { Trainers } from './trainers';

const originals = new WeakMap<OrdinaryStep, OrdinaryStep>();

/** The step of `trainOnBatch` and `fitDataset`: replayed where that can be done. */
export function replayedStep(
  model: FitModel,
  ordinary: OrdinaryStep,
  trainers: Trainers,
): OrdinaryStep {
  const step: OrdinaryStep = (batch) => {
    const trainer = trainers.now(model);
    if (trainer === null) return ordinary(batch);
    const present = (batch as (tf.Tensor | null | undefined)[]).filter((one) => !!one);
    const shapes = present.map(({ dtype, shape }) => `${dtype} ${shape.join()}`).join('; ');
    const program = trainer.ready(shapes);
    if (program !== null) {
      fill(trainer.wasm, program, present);
      const results = trainer.replay(shapes);
      if (results !== null) return results.map((value) => tf.scalar(value));
    }
    return trainer.record(shapes, present, () => ordinary(batch));
  };
  originals.set(step, ordinary);
  return step;
}

/** What TensorFlow.js itself would do. */
export const ordinaryStep = (step: OrdinaryStep): OrdinaryStep => originals.get(step) ?? step;

function fill(wasm: Wasm, { inputs }: Program, batch: readonly tf.Tensor[]): void {
  batch.forEach(({ dataId, size, dtype }, i) => {
    const from = wasm.dataIdMap.get(dataId).memoryOffset;
    wasm.wasm.HEAPU8.copyWithin(inputs[i]!, from, from + size * tf.util.bytesPerElement(dtype));
  });
}

import { LayersModel } from '@tensorflow/tfjs-layers';
import { installedNative } from '../native';
import { fitLoop as replayedLoop } from './fit-loop';
import { toFitting, type FitLoopArgs, type FitModel } from './fitting';
import { prepareRecording } from './record';
import { Steps } from './steps';
import { ordinaryStep, replayedStep } from './train-function';
import type { OrdinaryStep } from './trainer';
import { Trainers } from './trainers';

type Prototype = {
  fitLoop(this: FitModel, ...args: FitLoopArgs): Promise<unknown>;
  makeTrainFunction(this: FitModel): OrdinaryStep;
};

export type Replay = {
  /**
   * To be called when other code begins to run: the first training step of each model is then made in the ordinary way,
   * and variables are assigned to, so that whoever watches that sees who trains them.
   */
  doubt(): void;
  undo(): void;
};

/**
 * Has `fit`, `trainOnBatch` and `fitDataset` record what a training step computes and replay it, on WASM. To be called
 * once, before reader code runs and before whatever stands around `fitLoop`. Nothing else that a reader can see changes,
 * but numbers by rounding.
 */
export function installReplay(): Replay {
  const prototype = LayersModel.prototype as unknown as Prototype;
  const { fitLoop, makeTrainFunction } = prototype;
  const trainers = new Trainers(installedNative);
  prepareRecording();
  prototype.makeTrainFunction = function () {
    return replayedStep(this, makeTrainFunction.call(this), trainers);
  };
  prototype.fitLoop = async function (step, ...rest) {
    const args: FitLoopArgs = [ordinaryStep(step), ...rest];
    const fitting = toFitting(this, args);
    const native = installedNative();
    if (fitting === null || native === null) return fitLoop.apply(this, args);
    const steps = new Steps(fitting, native, trainers.begin(this));
    try {
      return await replayedLoop(fitting, steps);
    } finally {
      steps.free();
    }
  };
  return {
    doubt: () => trainers.doubt(),
    undo: () => void Object.assign(prototype, { fitLoop, makeTrainFunction }),
  };
}

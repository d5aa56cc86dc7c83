/** The TensorFlow.js backends that the sandbox can run. */
export const DEVICES = ['webgpu', 'webgl', 'wasm', 'cpu'] as const;
export type Device = (typeof DEVICES)[number];

/** What the reader asked for: one device, or the runtime's own choice. */
export type DeviceChoice = Device | 'auto';

/** Whether one device can be used here, and if it can't, why. */
export type DeviceReport = { device: Device; available: boolean; detail: string };

/**
 * How a device did on one training step of a model, in milliseconds. `measured`: a step takes that long, start and first
 * step not counted. `at-least`: it takes longer than that. `unfinished`: the device had not done its first step after
 * that long, start included. `failed`: it can't do the step, or was lost on it.
 */
export const STEP_OUTCOMES = ['measured', 'at-least', 'unfinished', 'failed'] as const;
export type StepOutcome = (typeof STEP_OUTCOMES)[number];
export type StepTime = { device: Device; ms: number; outcome: StepOutcome };

/** What is known of one model on one machine. Never a matter of correctness: what is wrong in it costs time alone. */
export type ModelTimes = {
  /** Names the model: its layers, shapes, batch, optimizer and loss. */
  model: string;
  /** Names the machine: what its devices report. */
  machine: string;
  /** At most one for each device. */
  times: readonly StepTime[];
  /** The device that is being tried right now: if nothing more is heard, it took the worker with it. */
  trying: Device | null;
  /** Milliseconds for which it was trained so far, and those that trials have cost. */
  trained: number;
  spent: number;
};

/** The device in use, with a sentence that says why this one. */
export type DeviceStatus = {
  device: Device;
  reason: string;
  /** True when the reader's choice could not be had and this is the fall-back. */
  fellBack: boolean;
  /** Once a model was trained: what was measured, in brief, and the step times of that model. */
  measured?: { words: string; times: readonly StepTime[] };
};

/** The TensorFlow.js backends that the sandbox can run. */
export const DEVICES = ['webgpu', 'webgl', 'wasm', 'cpu'] as const;
export type Device = (typeof DEVICES)[number];

/** What the reader asked for: one device, or the runtime's own choice. */
export type DeviceChoice = Device | 'auto';

/** Whether one device can be used here, and if it can't, why. */
export type DeviceReport = { device: Device; available: boolean; detail: string };

/** The device in use, with a sentence that says why this one. */
export type DeviceStatus = {
  device: Device;
  reason: string;
  /** True when the reader's choice could not be had and this is the fall-back. */
  fellBack: boolean;
};

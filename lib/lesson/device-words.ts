import type { Device, DeviceChoice, DeviceReport, StepTime } from '@/lib/protocol';

const NAMES: Record<DeviceChoice, string> = {
  auto: 'Automatic',
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WebAssembly',
  cpu: 'CPU',
};

const PLAIN: Record<Device, string> = {
  webgpu: 'The graphics card, by its newer interface.',
  webgl: 'The graphics card, by its older interface.',
  wasm: 'The processor, with vector instructions.',
  cpu: 'The processor, in plain JavaScript: slow.',
};

export type DeviceOption = {
  choice: DeviceChoice;
  name: string;
  detail: string;
  /** How it did on the model that was trained last; empty where that is not known. */
  measured: string;
  /** null: not known before the sandbox has started. */
  available: boolean | null;
};

export const deviceName = (device: Device): string => NAMES[device];

/** The devices as a reader may choose among them. */
export function deviceOptions(
  devices: readonly Device[],
  reports: readonly DeviceReport[],
  times: readonly StepTime[] = [],
): DeviceOption[] {
  const auto: DeviceOption = {
    choice: 'auto',
    name: NAMES.auto,
    detail: 'The fastest for each model, found by measuring where that is worth it.',
    measured: '',
    available: true,
  };
  return [auto, ...devices.map((device) => deviceOption(device, reports, times))];
}

/** "a software renderer" is "A software renderer." beside other sentences. */
function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1).replace(/\.$/, '')}.`;
}

function deviceOption(
  device: Device,
  reports: readonly DeviceReport[],
  times: readonly StepTime[],
): DeviceOption {
  const report = reports.find((each) => each.device === device);
  const time = times.find((each) => each.device === device);
  return {
    choice: device,
    name: NAMES[device],
    detail: report?.detail ? `${PLAIN[device]} ${sentence(report.detail)}` : PLAIN[device],
    measured: time === undefined ? '' : measuredText(time),
    available: report?.available ?? null,
  };
}

function measuredText({ ms, outcome }: StepTime): string {
  const model = 'the model that was trained last';
  switch (outcome) {
    case 'measured':
      return `${duration(ms)} a step of ${model}.`;
    case 'at-least':
      return `More than ${duration(ms)} a step of ${model}.`;
    case 'unfinished':
      return `Not done with its first step of ${model} after ${duration(ms)}.`;
    case 'failed':
      return `Could not train ${model}.`;
    default:
      return outcome satisfies never;
  }
}

function duration(ms: number): string {
  if (ms >= 1_000) return `${(ms / 1_000).toFixed(1)} s`;
  return ms >= 10 ? `${Math.round(ms)} ms` : `${Number(ms.toPrecision(2))} ms`;
}

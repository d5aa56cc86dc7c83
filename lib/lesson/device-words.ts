import type { Device, DeviceChoice, DeviceReport } from '@/lib/protocol';

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
  /** null: not known before the sandbox has started. */
  available: boolean | null;
};

/** The devices as a reader may choose among them. */
export function deviceOptions(
  devices: readonly Device[],
  reports: readonly DeviceReport[],
): DeviceOption[] {
  const auto: DeviceOption = {
    choice: 'auto',
    name: NAMES.auto,
    detail: 'The fastest of those below that works here.',
    available: true,
  };
  return [auto, ...devices.map((device) => deviceOption(device, reports))];
}

function deviceOption(device: Device, reports: readonly DeviceReport[]): DeviceOption {
  const report = reports.find((each) => each.device === device);
  const detail = report?.detail ? `${PLAIN[device]} ${report.detail}` : PLAIN[device];
  return { choice: device, name: NAMES[device], detail, available: report?.available ?? null };
}

import type { Device, DeviceChoice, DeviceReport } from '@/lib/protocol';

/** A device to try, and the sentence that the reader sees if it works. */
export type Candidate = { device: Device; reason: string; fellBack: boolean };

const NAMES: Record<Device, string> = {
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WebAssembly',
  cpu: 'plain JavaScript',
};

/** What each is best at, as measured on small dense models, whose steps are bound by dispatch rather than arithmetic. */
const AUTOMATIC: readonly [Device, string][] = [
  [
    'wasm',
    'Chosen automatically: small models take many small steps, and WebAssembly starts each of them soonest.',
  ],
  ['webgpu', 'Chosen automatically: WebAssembly is not available here.'],
  ['webgl', 'Chosen automatically: neither WebAssembly nor WebGPU is available here.'],
  ['cpu', 'Chosen automatically: it is the only device that is available here.'],
];

/**
 * The devices to try, best first. A choice of the reader's comes before the automatic ones, and when it can't be had,
 * every later candidate says so. The last is always `cpu`.
 */
export function candidates(choice: DeviceChoice, reports: readonly DeviceReport[]): Candidate[] {
  const reportOf = (device: Device) => reports.find((report) => report.device === device);
  const usable = (device: Device) => reportOf(device)?.available === true;
  const automatic = AUTOMATIC.filter(([device]) => usable(device) || device === 'cpu');
  if (choice === 'auto') {
    return automatic.map(([device, reason]) => ({ device, reason, fellBack: false }));
  }
  const fallback = automatic
    .filter(([device]) => device !== choice)
    .map(([device]) => ({
      device,
      reason: insteadOf(choice, device, reportOf(choice)),
      fellBack: true,
    }));
  if (!usable(choice)) return fallback;
  return [{ device: choice, reason: 'Chosen by you.', fellBack: false }, ...fallback];
}

function insteadOf(choice: Device, device: Device, report: DeviceReport | undefined): string {
  const why = report?.available
    ? 'could not be started'
    : `is not available: ${report?.detail ?? 'unknown here'}`;
  return `${NAMES[choice]} ${why}, so this runs on ${NAMES[device]}.`;
}

import type { Device, StepTime } from '@/lib/protocol';

export const DEVICE_NAMES: Record<Device, string> = {
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WebAssembly',
  cpu: 'plain JavaScript',
};

/** Below this, two devices are as fast as each other. */
const ALIKE = 1.15;

/** What was measured, for the badge: in brief, how the device compares with the best other one, or how long a step takes. */
export function measuredWords(device: Device, times: readonly StepTime[]): string {
  const own = times.find((time) => time.device === device);
  if (own?.outcome !== 'measured') return '';
  const other = rival(device, times);
  return other === undefined ? `${stepWords(own.ms)} a step` : comparison(own, other);
}

/** The best of the other graphics devices or processors: the choice was between it and this one. */
function rival(device: Device, times: readonly StepTime[]): StepTime | undefined {
  return times
    .filter((time) => time.device !== device)
    .filter(({ outcome }) => outcome === 'measured' || outcome === 'at-least')
    .sort((a, b) => a.ms - b.ms)[0];
}

function comparison(own: StepTime, other: StepTime): string {
  const ratio = other.ms / own.ms;
  const name = DEVICE_NAMES[other.device];
  const more = other.outcome === 'at-least' ? 'more than ' : '';
  if (ratio >= ALIKE) return `${more}${times(ratio)} faster than ${name}`;
  if (ratio > 1 / ALIKE || more !== '') return `about as fast as ${name}`;
  return `${times(1 / ratio)} slower than ${name}`;
}

const times = (ratio: number) => `${ratio < 9.95 ? ratio.toFixed(1) : Math.round(ratio)}x`;

export function stepWords(ms: number): string {
  if (ms >= 1_000) return `${(ms / 1_000).toFixed(1)} s`;
  return ms >= 10 ? `${Math.round(ms)} ms` : `${Number(ms.toPrecision(2))} ms`;
}

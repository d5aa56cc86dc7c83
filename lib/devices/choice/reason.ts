import type { Device, DeviceReport, StepTime } from '@/lib/protocol';
import { isSoftware } from '../probe';
import { DEVICE_NAMES, measuredWords, stepWords } from './words';

const GRAPHICS: readonly Device[] = ['webgpu', 'webgl'];

/** Why this model trains on this device, in a sentence with what was measured. */
export function reasonFor(
  device: Device,
  times: readonly StepTime[],
  reports: readonly DeviceReport[],
  isPinned: boolean,
): string {
  const words = measuredWords(device, times);
  const name = DEVICE_NAMES[device];
  const chosen = isPinned ? 'Chosen by you. ' : '';
  const compared = times.some(
    (time) => time.device !== device && time.outcome !== 'failed' && time.outcome !== 'unfinished',
  );
  if (compared) return `${chosen}${name}, ${words} for this model.`;
  if (words === '') return `${chosen}${name}.`;
  const own = times.find((time) => time.device === device)!;
  return `${chosen}${name}: ${stepWords(own.ms)} a step for this model.${isPinned ? '' : ` ${untried(times, reports)}`}`;
}

/** Why no other device was tried. */
function untried(times: readonly StepTime[], reports: readonly DeviceReport[]): string {
  const graphics = reports.filter(
    ({ device, available }) => GRAPHICS.includes(device) && available,
  );
  const failed = times.find(({ outcome }) => outcome === 'failed');
  const slow = times.find(({ outcome }) => outcome === 'unfinished');
  if (failed !== undefined) return `${DEVICE_NAMES[failed.device]} could not do it.`;
  if (slow !== undefined)
    return `${DEVICE_NAMES[slow.device]} had not done its first step after ${stepWords(slow.ms)}, so it was given up.`;
  if (graphics.length > 0 && graphics.every(isSoftware))
    return 'There is no graphics card here to try, only a slower software renderer.';
  return 'Trying a graphics device would take longer than it could save.';
}

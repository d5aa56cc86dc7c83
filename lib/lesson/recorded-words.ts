import type { Device } from '@/lib/protocol';
import { deviceName } from './device-words';
import { formatTime } from './format-time';

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

type Made = { recorded: string; ms: number | null; device: Device | null };

/** "Recorded on 29 November 2026 on WebAssembly, in 5.1 s". */
export function recordedWords({ recorded, ms, device }: Made): string {
  const day = DAY.format(new Date(`${recorded}T00:00:00Z`));
  const where = device === null ? '' : ` on ${deviceName(device)}`;
  const time = ms === null ? '' : `, in ${formatTime(ms)}`;
  return `Recorded on ${day}${where}${time}`;
}

import type { DeviceStatus } from '@/lib/protocol';

/** For a screen reader, once a device was compared with another; a step time alone would be said at every training. */
export function deviceAnnouncement(status: DeviceStatus | null): string {
  return (status?.measured?.times.length ?? 0) > 1 ? (status?.reason ?? '') : '';
}

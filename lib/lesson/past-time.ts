const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How long ago, to a reader: "just now", "5 minutes ago", "yesterday". Both in milliseconds since 1970. */
export function timeAgo(then: number, now: number): string {
  const gone = Math.max(0, now - then);
  const unit = UNITS.find(([, length]) => gone >= length);
  if (unit === undefined) return 'just now';
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  return words.format(-Math.floor(gone / unit[1]), unit[0]);
}

/** The date and time by the reader's clock: "Mar 3, 2026, 2:05 PM"; `medium` with seconds. */
export function exactTime(then: number, timeStyle: 'short' | 'medium' = 'short'): string {
  return new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle }).format(then);
}

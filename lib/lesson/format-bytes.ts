const UNITS = ['kB', 'MB', 'GB', 'TB'];

/** A size as a reader wants it, in steps of 1,000: "512 B", "19.6 kB", "640 MB". */
export function formatBytes(bytes: number): string {
  if (bytes < 999.5) return `${Math.round(bytes)} B`;
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value < 99.95 ? trimmed(value) : Math.round(value).toString()} ${UNITS[unit]}`;
}

/** With one decimal, unless that is a zero. */
function trimmed(value: number): string {
  return value.toFixed(1).replace(/\.0$/, '');
}

/**
 * A table in plain text: the first column to the left, the others to the right.
 * @param {string} title
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function table(title, head, rows) {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)),
  );
  const line = (row) =>
    row
      .map((text, i) => (i === 0 ? text.padEnd(widths[i]) : text.padStart(widths[i])))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return ['', title, '', line(head), rule, ...rows.map(line), ''].join('\n');
}

export const SUMMARY_HEAD = ['', 'median', 'quartiles', 'least', 'most'];

/** @param {string} name @param {ReturnType<typeof import('./statistics.mjs').summarize>} series of milliseconds */
export function summaryRow(name, { median, low, high, min, max }) {
  return [name, ms(median), `${low.toFixed(0)} to ${ms(high)}`, ms(min), ms(max)];
}

/** @param {string} name @param {ReturnType<typeof import('./statistics.mjs').ratio>} value */
export function ratioRow(name, { ofMedians, low, high }) {
  return [name, `${ofMedians.toFixed(2)}x`, `${low.toFixed(2)} to ${high.toFixed(2)}x`];
}

/** The same in one column. @param {ReturnType<typeof import('./statistics.mjs').ratio>} value */
export const ratioText = ({ ofMedians, low, high }) =>
  `${ofMedians.toFixed(2)}x (${low.toFixed(2)} to ${high.toFixed(2)})`;

export const ms = (value) => `${value.toFixed(0)} ms`;
/** Of milliseconds. */
export const seconds = (value) => `${(value / 1000).toFixed(value < 1000 ? 3 : 2)} s`;
export const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

import { mix, parseColor } from '../color';
import { diverging, magnitude } from '../ramp';
import type { Theme } from '../theme';
import type { Range } from './level';

/** How a number becomes a colour; `ink` runs from paper to ink, `gray` from black to white. */
export type Ramp = 'ink' | 'gray' | 'magnitude' | 'diverging';

const STEPS = 256;
const cache = new WeakMap<Theme, Map<Ramp, readonly string[]>>();

/** The colour of a value where the colours span this range. What is not finite has the colour of rules. */
export function colorOf(value: number, range: Range, ramp: Ramp, theme: Theme): string {
  if (!Number.isFinite(value)) return theme.ruleStrong;
  return tableOf(ramp, theme)[stepOf(value, range, ramp)] ?? theme.paper;
}

/** Of a diverging ramp the middle is zero, whatever the range. */
export function stepOf(value: number, { low, high }: Range, ramp: Ramp): number {
  const share =
    ramp === 'diverging'
      ? (value / (Math.max(high, -low) || 1) + 1) / 2
      : (value - low) / (high - low || 1);
  return Math.round(Math.min(1, Math.max(0, share)) * (STEPS - 1));
}

export function tableOf(ramp: Ramp, theme: Theme): readonly string[] {
  const known = cache.get(theme) ?? new Map<Ramp, readonly string[]>();
  cache.set(theme, known);
  const table = known.get(ramp) ?? Array.from({ length: STEPS }, (_, i) => entry(ramp, i, theme));
  known.set(ramp, table);
  return table;
}

function entry(ramp: Ramp, step: number, theme: Theme): string {
  const share = step / (STEPS - 1);
  switch (ramp) {
    case 'ink':
      return mix(theme.paper, theme.ink, share);
    case 'gray':
      return `rgb(${step}, ${step}, ${step})`;
    case 'magnitude':
      return magnitude(share, theme);
    case 'diverging':
      // Of an even number of steps none is the middle; the two beside it are the paper.
      return step === 127 || step === 128 ? theme.paper : diverging(2 * share - 1, theme);
    default:
      return ramp satisfies never;
  }
}

const bytes = new WeakMap<readonly string[], Uint8ClampedArray>();

/** The table as red, green and blue, one after another. */
export function bytesOf(table: readonly string[]): Uint8ClampedArray {
  const known = bytes.get(table) ?? Uint8ClampedArray.from(table.flatMap(parseColor));
  bytes.set(table, known);
  return known;
}

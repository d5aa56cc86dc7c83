import type { Control } from '@/lib/protocol';

export type Slider = Extract<Control, { kind: 'slider' }>;
export type Scale = Pick<Slider, 'min' | 'max' | 'step' | 'scale'>;

/*
 * A slider moves over positions 0, 1, ... last, each one step from the next: of the value, or of its exponent of ten.
 * The last is `max`, however far from the one before it.
 */

/** The position of `max`. */
export function lastPosition(scale: Scale): number {
  const steps = (along(scale, scale.max) - along(scale, scale.min)) / scale.step;
  // What is left of a whole number of steps by binary fractions is no step of its own.
  return Math.max(1, Math.ceil(steps - 1e-9));
}

/** The value at a position, without the dust of binary fractions: 0.1 + 2 · 0.1 is 0.3. */
export function valueAt(scale: Scale, position: number): number {
  if (position <= 0) return scale.min;
  if (position >= lastPosition(scale)) return scale.max;
  const place = along(scale, scale.min) + position * scale.step;
  if (scale.scale === 'linear') return within(scale, Number(place.toPrecision(12)));
  const value = 10 ** place;
  return within(scale, Number(value.toPrecision(digits(scale.step, value))));
}

/** The position nearest to a value; values outside the range are at its ends. */
export function positionOf(scale: Scale, value: number): number {
  if (value >= scale.max) return lastPosition(scale);
  if (value <= scale.min) return 0;
  const steps = (along(scale, value) - along(scale, scale.min)) / scale.step;
  return Math.min(lastPosition(scale), Math.round(steps));
}

function along({ scale }: Scale, value: number): number {
  return scale === 'log' ? Math.log10(value) : value;
}

function within({ min, max }: Scale, value: number): number {
  return Math.min(max, Math.max(min, value));
}

/** Significant digits that tell neighbours of a logarithmic scale apart; three at least, and every whole one. */
function digits(step: number, value: number): number {
  const apart = 1 + Math.ceil(-Math.log10(10 ** step - 1) + 1e-9);
  return Math.min(15, Math.max(3, apart, 1 + Math.floor(Math.log10(value))));
}

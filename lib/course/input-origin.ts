import type { Control } from '@/lib/protocol';

/** Where a value that a cell reads comes from: a control, of which cell. */
export type InputOrigin = { cell: string; control: Control };

const origins = new WeakMap<object, InputOrigin>();

/**
 * Remembers it, so that a figure which is given the very value can let a person change the control. What is made of it,
 * by `map` for instance, is another value.
 */
export function rememberOrigin(value: unknown, origin: InputOrigin): void {
  if (typeof value === 'object' && value !== null) origins.set(value, origin);
}

export function originOf(value: unknown): InputOrigin | null {
  return typeof value === 'object' && value !== null ? (origins.get(value) ?? null) : null;
}

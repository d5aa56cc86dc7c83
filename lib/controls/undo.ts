/** Former states, the newest last. */
export type Past<T> = readonly T[];

const KEPT = 100;

/** With one more; the oldest go. */
export function remember<T>(past: Past<T>, state: T): Past<T> {
  return [...past, state].slice(-KEPT);
}

/** The newest former state, and those before it; null when there is none. */
export function goBack<T>(past: Past<T>): { state: T; past: Past<T> } | null {
  if (past.length === 0) return null;
  return { state: past[past.length - 1] as T, past: past.slice(0, -1) };
}

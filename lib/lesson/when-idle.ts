const IDLE_MS = 500;

/** Calls back when the page has nothing better to do. */
export function whenIdle(callback: () => void): void {
  // Safari has no idle callback.
  if ('requestIdleCallback' in window) requestIdleCallback(callback);
  else setTimeout(callback, IDLE_MS);
}

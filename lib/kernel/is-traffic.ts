import type { Action } from './actions';

/** What a worker may send many times a second. */
export function isTraffic({ type }: Action): boolean {
  return type === 'outputs' || type === 'frames' || type === 'progress' || type === 'unreadable';
}

import { LIMITS } from '@/lib/protocol';
import type { PortEvent } from './port';

/** Messages that fail their guard before the sandbox that sends them is given up. */
const MAX_BAD = 100;
const WINDOW_MS = 1_000;

export type Intake = {
  /** The message, if it may be handled. */
  take<T>(event: Pick<PortEvent, 'data'>, guard: (value: unknown) => value is T): T | null;
};

export type Complaints = {
  /** One message could not be read. */
  onBad(): void;
  onGarbled(): void;
  onFlooded(): void;
};

/**
 * Looks at every message of one worker and its frame: its rate first, which is cheap, then its structure, and how long
 * that takes. A few huge messages hold up the page as well as many small ones do.
 */
export function createIntake(now: () => number, complaints: Complaints): Intake {
  let bad = 0;
  let windowStart = -Infinity;
  let inWindow = 0;
  let checking = 0;

  function count() {
    const time = now();
    if (time - windowStart >= WINDOW_MS) {
      windowStart = time;
      inWindow = checking = 0;
    }
    inWindow += 1;
  }

  const isFlooded = () =>
    inWindow > LIMITS.messagesPerSecond || checking > LIMITS.checkingPerSecond;

  /** A browser unpacks a message when its data are first asked for, so this too is on the clock. */
  function check<T>(
    event: Pick<PortEvent, 'data'>,
    guard: (value: unknown) => value is T,
  ): T | null {
    const start = now();
    const { data } = event;
    const good = guard(data);
    checking += now() - start;
    return good ? data : null;
  }

  return {
    take<T>(event: Pick<PortEvent, 'data'>, guard: (value: unknown) => value is T): T | null {
      count();
      const message = isFlooded() ? null : check(event, guard);
      if (isFlooded()) {
        complaints.onFlooded();
        return null;
      }
      if (message !== null) return message;
      if (++bad >= MAX_BAD) complaints.onGarbled();
      else complaints.onBad();
      return null;
    },
  };
}

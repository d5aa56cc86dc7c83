import { LIMITS } from '@/lib/protocol';

/** Messages that fail their guard before the sandbox that sends them is given up. */
const MAX_BAD = 100;
const WINDOW_MS = 1_000;

export type Intake = {
  /** Whether the message may be handled. */
  admit<T>(data: unknown, guard: (value: unknown) => value is T): data is T;
};

export type Complaints = {
  /** One message could not be read. */
  onBad(): void;
  onGarbled(): void;
  onFlooded(): void;
};

/** Looks at every message of one worker and its frame: its rate first, which is cheap, then its structure. */
export function createIntake(now: () => number, complaints: Complaints): Intake {
  let bad = 0;
  let windowStart = -Infinity;
  let inWindow = 0;

  function isFlood(): boolean {
    const time = now();
    if (time - windowStart >= WINDOW_MS) {
      windowStart = time;
      inWindow = 0;
    }
    return ++inWindow > LIMITS.messagesPerSecond;
  }

  return {
    admit<T>(data: unknown, guard: (value: unknown) => value is T): data is T {
      if (isFlood()) {
        complaints.onFlooded();
        return false;
      }
      if (guard(data)) return true;
      if (++bad >= MAX_BAD) complaints.onGarbled();
      else complaints.onBad();
      return false;
    },
  };
}

/** At most about thirty batches a second reach the page, however fast the reader's code prints. */
const FLUSH_MS = 33;

/** When what is pending is sent. */
export type FlushPace = {
  /** At once. */
  flush(): void;
  /** Soon, so that what comes close together is sent together. */
  schedule(): void;
};

/** @param now a clock in milliseconds */
export function createFlushPace(send: () => void, now: () => number): FlushPace {
  let lastFlush = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;

  /** Ends the timer too: a new run clears all timers of the former one, and none must be waited for that is gone. */
  function flush() {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    lastFlush = now();
    send();
  }

  return {
    flush,
    /** A loop that never yields never sees the timer, so each call also looks at the clock. */
    schedule() {
      if (now() - lastFlush >= FLUSH_MS) return flush();
      timer ??= setTimeout(flush, FLUSH_MS);
    },
  };
}

import type { Effects, Timer } from './effects';

/** Silence is told after four of these at most: 2.8 s. */
const BEAT_MS = 700;
const MISSES = 3;

export type Heartbeat = {
  /** Beats, or rests; either may be said again and again. */
  set(beating: boolean): void;
  answer(id: number): void;
};

/**
 * Pings while something is going on, and tells when nothing answers. It counts beats, not time: after a sleep of the
 * computer or a busy stretch of the page the answer is there before the next beat.
 */
export function createHeartbeat(
  effects: Pick<Effects, 'setTimeout' | 'clearTimeout' | 'isVisible'>,
  ping: (id: number) => void,
  onSilence: () => void,
): Heartbeat {
  let timer: Timer | null = null;
  let lastId = 0;
  let waiting = false;
  let misses = 0;

  function beat() {
    timer = effects.setTimeout(beat, BEAT_MS);
    if (!waiting) {
      waiting = true;
      ping(++lastId);
    } else if (effects.isVisible() && ++misses >= MISSES) {
      rest();
      onSilence();
    }
  }

  function rest() {
    if (timer !== null) effects.clearTimeout(timer);
    timer = null;
    waiting = false;
    misses = 0;
  }

  return {
    set(beating) {
      if (!beating) rest();
      else if (timer === null) beat();
    },
    answer(id) {
      if (id !== lastId) return;
      waiting = false;
      misses = 0;
    },
  };
}

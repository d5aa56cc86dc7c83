import type { Progress } from '@/lib/protocol';

/** Knows by when what goes on will have ended at the latest, if that is known. */
export type RunClock = {
  now(): number;
  /** Of the present run, by `now`; null when there is none any more. */
  setDeadline(at: number | null): void;
  /** What to tell the page, with the time that is left. */
  timed(progress: Progress): Progress;
};

/**
 * @param run a number that is different for every run: a run that was stopped takes back nothing
 * @param now a clock in milliseconds
 */
export function createRunClock(
  run: () => number,
  now: () => number = () => performance.now(),
): RunClock {
  let deadline: { at: number; run: number } | null = null;
  return {
    now,
    setDeadline: (at) => void (deadline = at === null ? null : { at, run: run() }),
    timed(progress) {
      if (deadline?.run !== run()) return progress;
      return { ...progress, secondsLeft: Math.max(0, Math.ceil((deadline.at - now()) / 1000)) };
    },
  };
}

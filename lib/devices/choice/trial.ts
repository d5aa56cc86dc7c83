import type { StepTime } from '@/lib/protocol';
import type { Trial } from './decision';
import { SLOWER } from './pace';

/** What a trial works with; a test passes its own. */
export type Bench = {
  /** Milliseconds. */
  now(): number;
  after(ms: number): Promise<void>;
  /** Makes the device ready, and current. */
  start(): Promise<void>;
  /** Asks for one training step. A graphics device has then only been told of it. */
  step(): void;
  /** Resolves once all steps so far are done. */
  settled(): Promise<void>;
  /** Whether the reader has pressed Stop. */
  isStopped(): boolean;
};

/** `isClean`: the device has nothing left to do, so what it holds can be read without waiting. */
export type TrialResult = { time: StepTime | null; isClean: boolean };

const STEPS = 3;
/** How long Stop waits for a trial. */
const LOOK_MS = 25;

/** Thrown by a wait that was given up. */
class GivenUp extends Error {}

/**
 * Times a training step on another device, the start and the first step (which compiles shaders) not counted.
 * Gives up when the budget is spent or the reader presses Stop; `time` is null after Stop. What can't be given up is a
 * call into the device that does not return, such as a driver's that compiles for seconds.
 *
 * @param baseMs milliseconds of a step on the device that training is on now.
 */
export async function tryDevice(trial: Trial, baseMs: number, bench: Bench): Promise<TrialResult> {
  const { device, budgetMs } = trial;
  const began = bench.now();
  const spent = () => bench.now() - began;
  const left = () => budgetMs - spent();
  let timed = { from: began, steps: 0 };
  try {
    await inTime(bench.start(), left, bench);
    bench.step();
    await inTime(bench.settled(), left, bench);
    timed = { from: bench.now(), steps: 1 };
    bench.step();
    await inTime(bench.settled(), left, bench);
    let ms = bench.now() - timed.from;
    if (ms < SLOWER * baseMs && STEPS * ms < left()) {
      timed = { from: bench.now(), steps: STEPS };
      for (let i = 0; i < STEPS; i++) bench.step();
      await inTime(bench.settled(), left, bench);
      ms = Math.min(ms, (bench.now() - timed.from) / STEPS);
    }
    return { time: { device, ms, outcome: 'measured' }, isClean: true };
  } catch (error) {
    if (!(error instanceof GivenUp))
      return { time: { device, ms: spent(), outcome: 'failed' }, isClean: false };
    if (bench.isStopped()) return { time: null, isClean: false };
    const ms = timed.steps === 0 ? 0 : (bench.now() - timed.from) / timed.steps;
    const isSlower = ms > baseMs;
    return {
      time: isSlower
        ? { device, ms, outcome: 'at-least' }
        : { device, ms: spent(), outcome: 'unfinished' },
      isClean: false,
    };
  }
}

/** @throws {GivenUp} when it does not resolve in time. */
async function inTime(work: Promise<void>, left: () => number, bench: Bench): Promise<void> {
  let isDone = false;
  const done = work.then(() => void (isDone = true));
  // It may fail after it was given up.
  done.catch(() => {});
  while (!isDone) {
    await Promise.race([done, bench.after(Math.max(0, Math.min(LOOK_MS, left())))]);
    if (!isDone && (left() <= 0 || bench.isStopped())) throw new GivenUp();
  }
}

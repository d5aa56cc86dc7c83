import type { Device, DeviceReport, ModelTimes, StepTime } from '@/lib/protocol';
import { isSoftware } from '../probe';

/** A training that goes on, as far as the choice of its device depends on it. */
export type Situation = {
  reports: readonly DeviceReport[];
  /** The device that it goes on on. */
  base: Device;
  known: Pick<ModelTimes, 'times' | 'trained' | 'spent'>;
  /** Milliseconds of one step on `base`, and of all that are still to come. */
  stepMs: number;
  remainingMs: number;
};

export type Trial = { device: Device; budgetMs: number };

/** Devices worth a trial, the likelier first. The plain one is not: WASM does the same loops with vectors. */
const TRIED: readonly Device[] = ['webgpu', 'webgl'];

/**
 * All trials of a model together may cost this share of the time for which it trains, so that a training whose trials
 * all lose takes less than 1.15 times what it would without. A software renderer shares the processor with WASM and has
 * never won in our measurements, so it gets little.
 */
const SHARE = { graphics: 0.1, software: 0.03 };
/** Trainings are stopped early, by readers and by their callbacks: so many times what was trained so far is believed. */
const TRUST = 10;
/**
 * Less is not enough to load and start a device, and to compile its shaders. In software that takes two seconds on two
 * cores, and can't be given up halfway.
 */
const LEAST_MS = { graphics: 200, software: 2_000 };
/** One trial holds up Stop and the figures for no longer than a person puts up with. */
const MOST_MS = 5_000;
/**
 * A step that is shorter on the processor can't win: a step of even a small network is a hundred dispatches, which cost
 * a graphics device about 10 µs each, and a software renderer 100 µs (measured: 14 ms for a step of 8-64-32-1).
 */
const LEAST_STEP_MS = { graphics: 1, software: 20 };
/** A device that did not get through its first step is tried again when it can have so much more time. */
const MORE = 2;
/** What another graphics interface might still gain over one that is so much faster is not worth a trial. */
const CLEARLY = 2;
/** A device that is not faster by this is not moved to: the move costs, and times vary. */
const FASTER = 0.9;

/** Whether, and for how long, another device should be tried now. */
export function nextTrial(situation: Situation): Trial | null {
  for (const device of TRIED) {
    const trial = trialOf(device, situation);
    if (trial !== null) return trial;
  }
  return null;
}

function trialOf(device: Device, situation: Situation): Trial | null {
  const { reports, base, known, stepMs } = situation;
  const report = reports.find((each) => each.device === device);
  if (report?.available !== true || device === base) return null;
  const kind = isSoftware(report) ? 'software' : 'graphics';
  if (stepMs < LEAST_STEP_MS[kind] || isClear(known.times, stepMs)) return null;
  const budgetMs = Math.min(
    MOST_MS,
    allowance(situation, SHARE[kind]) / waiting(situation, device),
  );
  const former = timeOf(known.times, device);
  const needed = former === undefined ? 0 : MORE * former.ms;
  if (former !== undefined && former.outcome !== 'unfinished') return null;
  return budgetMs >= Math.max(LEAST_MS[kind], needed) ? { device, budgetMs } : null;
}

/** Milliseconds that trials may still take, of this training and those before it together. */
function allowance({ known, remainingMs }: Situation, share: number): number {
  const expected = Math.min(remainingMs, TRUST * Math.max(known.trained, 1_000));
  return share * (known.trained + expected) - known.spent;
}

/** The device, and those that were not tried yet: one that hangs must leave something to the others. */
function waiting({ reports, known }: Situation, device: Device): number {
  const others = reports.filter((each) => each.available && TRIED.includes(each.device));
  return (
    1 + others.filter((each) => each.device !== device && !timeOf(known.times, each.device)).length
  );
}

function isClear(times: readonly StepTime[], stepMs: number): boolean {
  return times.some(({ ms, outcome }) => outcome === 'measured' && ms * CLEARLY < stepMs);
}

export function timeOf(times: readonly StepTime[], device: Device): StepTime | undefined {
  return times.find((time) => time.device === device);
}

/** The times with this one in place of the device's former one. */
export function withTime(times: readonly StepTime[], time: StepTime): StepTime[] {
  return [...times.filter(({ device }) => device !== time.device), time];
}

/**
 * The device on which the model trains fastest, of those that were measured; `base` unless another is clearly faster,
 * and as long as `base` itself was not measured: the reader may have chosen another before.
 */
export function fastest(times: readonly StepTime[], base: Device): Device {
  const baseMs = timeOf(times, base)?.ms ?? 0;
  const better = times
    .filter(({ ms, outcome }) => outcome === 'measured' && ms < FASTER * baseMs)
    .sort((a, b) => a.ms - b.ms);
  return better[0]?.device ?? base;
}

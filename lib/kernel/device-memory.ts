import { isModelTimes, LIMITS, type ModelTimes, type StepTime } from '@/lib/protocol';

/** Where a browser keeps one text for this site; what it refuses to keep is lost, which costs a reader some trials. */
export type TextStore = { read(): string | null; write(text: string): void };

/** Raised whenever what is kept changes its form; what was kept in another is forgotten. */
const FORM = 1;

/** A page that was gone before a trial was over needs not have been brought down by it; each time, the next waits for longer. */
const AFTER_MS = 1_000;

/** Remembers, from one visit to the next, how fast each model trains on each device. */
export class DeviceMemory {
  /** The model for which the worker tries a device right now. */
  private trying: ModelTimes | null = null;

  constructor(private readonly store: TextStore) {}

  /** What is kept, the newest last. What is not of the right form is passed over: anybody may have written it. */
  models(): ModelTimes[] {
    try {
      const kept = JSON.parse(this.store.read() ?? 'null') as { form?: unknown; models?: unknown };
      if (kept?.form !== FORM || !Array.isArray(kept.models)) return [];
      return kept.models.filter(isModelTimes).slice(-LIMITS.modelsRemembered).map(settle);
    } catch {
      return [];
    }
  }

  learn(model: ModelTimes): void {
    this.trying = model.trying === null ? null : model;
    // Read anew: another tab may have learned something.
    const others = this.models().filter((one) => !isSame(one, model));
    const models = [...others, model].slice(-LIMITS.modelsRemembered);
    this.store.write(JSON.stringify({ form: FORM, models }));
  }

  /** The worker is gone. If it was trying a device, that has taken it along. */
  lostWorker(): void {
    const { trying } = this;
    const device = trying?.trying ?? null;
    if (trying === null || device === null) return;
    this.learn(withVerdict(trying, { device, ms: 0, outcome: 'failed' }));
  }

  /** The reader had another worker started: no fault of the device. */
  leftWorker(): void {
    this.trying = null;
  }
}

function settle(model: ModelTimes): ModelTimes {
  const { trying, times } = model;
  if (trying === null) return model;
  const former = times.find(({ device }) => device === trying)?.ms ?? 0;
  const ms = Math.max(AFTER_MS, 2 * former);
  return withVerdict(model, { device: trying, ms, outcome: 'unfinished' });
}

function withVerdict(model: ModelTimes, time: StepTime): ModelTimes {
  const others = model.times.filter(({ device }) => device !== time.device);
  return { ...model, trying: null, times: [...others, time] };
}

const isSame = (a: ModelTimes, b: ModelTimes) => a.model === b.model && a.machine === b.machine;

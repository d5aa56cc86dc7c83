import { LIMITS, type DeviceReport, type ModelTimes } from '@/lib/protocol';
import { hash } from './hash';

/** What is known of models on this machine: remembered from earlier visits, and learned in this one, which goes before. */
export type KnownModels = {
  remember(models: readonly ModelTimes[]): void;
  /** Whether an earlier visit knew that model, on any machine, so that it is worth asking which machine this is. */
  isRemembered(model: string): boolean;
  /** Of that model; empty for one that is new. */
  of(model: string, reports: readonly DeviceReport[]): ModelTimes;
  learn(known: ModelTimes): void;
  /** What was learned since the last call and is worth remembering, once all devices have reported. */
  news(reports: readonly DeviceReport[]): ModelTimes[];
};

export function createKnownModels(): KnownModels {
  let remembered: readonly ModelTimes[] = [];
  const learned = new Map<string, ModelTimes>();
  /** As they were told last. */
  const told = new Map<string, ModelTimes>();
  return {
    remember(models) {
      remembered = models;
    },
    isRemembered: (model) => !learned.has(model) && remembered.some((one) => one.model === model),
    of(model, reports) {
      const machine = machineName(reports);
      const former = remembered.findLast((one) => one.model === model && one.machine === machine);
      const empty = { model, machine, times: [], trying: null, trained: 0, spent: 0 };
      return learned.get(model) ?? former ?? empty;
    },
    learn(known) {
      learned.set(known.model, known);
      while (learned.size > LIMITS.modelsRemembered) {
        const [oldest = ''] = learned.keys();
        learned.delete(oldest);
        told.delete(oldest);
      }
    },
    news(reports) {
      const machine = machineName(reports);
      const news = [...learned.values()].filter((one) => isNews(one, told.get(one.model)));
      for (const one of news) told.set(one.model, one);
      return news.map((one) => ({ ...one, machine }));
    },
  };
}

/** The same model trains again and again, and is timed each time. */
function isNews(now: ModelTimes, before: ModelTimes | undefined): boolean {
  if (before === undefined || before.trying !== now.trying) return true;
  if (before.spent !== now.spent || now.trained > 2 * before.trained) return true;
  const outcomes = ({ times }: ModelTimes) =>
    times.map((time) => time.device + time.outcome).join();
  return outcomes(before) !== outcomes(now);
}

/** Names the machine by what its devices say of themselves: another driver is another machine. */
export function machineName(reports: readonly DeviceReport[]): string {
  const lines = reports.map(({ device, detail }) => `${device} ${detail}`);
  return hash(lines.sort().join('\n'));
}

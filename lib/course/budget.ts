import type { Host } from './host';
import type { RunClock } from './run-clock';
import { TrainingBudget } from './training-budget';
import type { Budget, BudgetOptions } from './types/budget';

/** `budget`. */
export function createBudget(
  host: Pick<Host, 'output' | 'progress' | 'queue' | 'run'>,
  clock: RunClock,
): Budget {
  // Trainings in a loop may all end alike, which is worth saying once in a run.
  let told = { run: host.run(), texts: new Set<string>() };
  const say = (text: string) => {
    if (told.run !== host.run()) told = { run: host.run(), texts: new Set() };
    if (told.texts.has(text)) return;
    told.texts.add(text);
    host.output({ kind: 'notice', text });
  };
  return (options) => {
    const { seconds, steps } = checked(options);
    return new TrainingBudget(seconds, steps, {
      now: clock.now,
      run: host.run,
      isDone: () => host.queue.isEmpty,
      say,
      stepsDone: (done, total) => host.progress({ done, total, label: 'steps' }),
      deadline: clock.setDeadline,
    });
  };
}

function checked(options: unknown): { seconds: number; steps: number | null } {
  const { seconds, steps, ...others } = (options ?? {}) as Partial<BudgetOptions>;
  const [other] = Object.keys(others);
  if (other !== undefined) {
    throw new TypeError(`budget has no option “${other}”. Its options: seconds, steps.`);
  }
  if (typeof seconds !== 'number' || !(seconds > 0) || seconds === Infinity) {
    throw new RangeError(
      `budget needs the seconds that the training may last, as in budget({ seconds: 60 }), but got ${String(seconds)}.`,
    );
  }
  if (steps === undefined) return { seconds, steps: null };
  if (Number.isInteger(steps) && steps > 0) return { seconds, steps };
  throw new RangeError(`budget: steps is a whole number, 1 or more, but got ${String(steps)}.`);
}

import type { ModelTimes, PageToWorker, WorkerToPage } from '@/lib/protocol';
import { describeVariables } from '@/lib/course';
import { createCellRunner, type RunnerOptions } from './cell-runner';

export type CheckMessage = Extract<PageToWorker, { type: 'check' }>;

export type SessionOptions = RunnerOptions & {
  chooseDevice(message: Extract<PageToWorker, { type: 'device' }>): Promise<void>;
  /** Finds out which graphics devices there are. */
  survey(): Promise<void>;
  /** Checks an answer, and tells what came of it; the sandbox has not been used before, and is not used after it. */
  check(message: CheckMessage): Promise<void>;
  /** What earlier visits have measured. */
  remember(models: readonly ModelTimes[]): void;
};

export type Session = {
  receive(message: PageToWorker): void;
  /** Ends the present run when the device under it is gone; TensorFlow.js itself would wait for ever. */
  lose(message: string): void;
  /** Surveys the devices, unless something has run since it was last asked to; whether it does. */
  survey(): boolean;
};

/** Runs cells one after another, each to its end, and keeps their variables. */
export function createSession(options: SessionOptions): Session {
  const { send, outbox, controls } = options;
  const runner = createCellRunner(options);
  let tail: Promise<void> = Promise.resolve();
  /** Whether code has run here: an answer is checked where nothing has, and nothing runs where one was. */
  let use: 'none' | 'cells' | 'check' = 'none';
  let waiting = 0;
  /** Whether nothing was done since a survey was last asked for. */
  let isQuiet = true;

  /** One after another; what goes wrong in one link must not break the chain. */
  function enqueue(task: () => Promise<void> | void): void {
    isQuiet = false;
    waiting += 1;
    tail = tail
      .then(task)
      .catch((error: unknown) => {
        outbox.output({ kind: 'notice', text: `The sandbox could not go on: ${String(error)}` });
      })
      .finally(() => (waiting -= 1));
  }

  async function inspect(): Promise<void> {
    send({ type: 'variables', variables: await describeVariables(runner.variables()) });
  }

  return {
    receive(message) {
      switch (message.type) {
        case 'run':
          if (use === 'check') return;
          use = 'cells';
          // Now, and not when it begins: a control that is moved until then sends a newer value.
          controls.setAll(message.cell, message.controls);
          return enqueue(() => runner.run(message));
        case 'check':
          if (use === 'check') return;
          if (use === 'cells') return send(refused(message.run));
          use = 'check';
          return enqueue(() => options.check(message));
        case 'control':
          return controls.set(message.cell, message.key, message.value);
        case 'inspect':
          return enqueue(inspect);
        case 'forget':
          // At once too: the cell may come back, and its run with it, before what runs now has ended.
          controls.forget(message.cell);
          return enqueue(() => runner.forget(message.cell));
        case 'device':
          return enqueue(() => options.chooseDevice(message));
        case 'remembered':
          return options.remember(message.models);
        default:
          message satisfies never;
      }
    },
    lose(message) {
      runner.giveUp({ name: 'DeviceLost', message, hint: 'Run all to go on.', stack: [] });
    },
    survey() {
      const isDue = isQuiet && waiting === 0;
      if (isDue) enqueue(options.survey);
      isQuiet = true;
      return isDue;
    },
  };
}

/** Never a pass: an error of the tests is one of the check. */
function refused(run: number): WorkerToPage {
  const testsError = { name: 'Error', message: USED, stack: [] };
  const none = { registered: [], setupError: null, answerError: null, mistake: null, ms: 0 };
  return { type: 'checked', run, checked: { ...none, testsError } };
}

const USED = 'An answer can only be checked in a sandbox in which nothing has run yet.';

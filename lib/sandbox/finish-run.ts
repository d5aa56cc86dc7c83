import {
  isWorkerToPage,
  type Device,
  type Outcome,
  type RunId,
  type WorkerToPage,
} from '@/lib/protocol';

/**
 * Sends how a run ended. A run that has started always finishes: reader code may have broken what the report is made
 * of, and what can't be read or sent is told as that.
 */
export function finishRun(
  run: RunId,
  send: (message: WorkerToPage) => void,
  device: () => Device,
  report: () => Outcome,
): void {
  try {
    const message: WorkerToPage = { type: 'finished', run, outcome: report() };
    if (isWorkerToPage(message)) return send(message);
  } catch {
    // Told below.
  }
  const error = { name: 'Error', message: UNREADABLE, stack: [] };
  const unknown = { ms: 0, memory: { tensors: 0, bytes: 0, leaked: [] }, mutations: [] };
  send({
    type: 'finished',
    run,
    outcome: { status: 'error', error, ...unknown, device: device() },
  });
}

const UNREADABLE =
  'How this run ended could not be read, perhaps because the code changed TensorFlow.js or JavaScript itself. Restart, and run again.';

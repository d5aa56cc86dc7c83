import type { CellSnapshot, CellState } from '@/lib/kernel/state';
import type { Progress } from '@/lib/protocol';
import { formatTime } from './format-time';

/** The word for a cell's state; running says how far it is. */
export function stateWord(state: CellState, progress: Progress | null): string {
  switch (state) {
    case 'idle':
      return 'never run';
    case 'stale':
      return 'stale';
    case 'queued':
      return 'waiting';
    case 'running':
      return progress === null ? 'running' : runningWords(progress);
    case 'done':
      return 'fresh';
    case 'error':
      return 'failed';
    case 'stopped':
      return 'stopped';
    default:
      return state satisfies never;
  }
}

/** "running 12 of 100 epochs, at most 40 s left", "loading MNIST, 1.2 of 2.1 MB" */
function runningWords(progress: Progress): string {
  const { task, secondsLeft } = progress;
  const left = secondsLeft === undefined ? '' : `, at most ${secondsLeft} s left`;
  return `${task === undefined ? 'running ' : `${task}, `}${progressWords(progress)}${left}`;
}

/** "12 of 100 epochs", "1.2 of 2.1 MB" */
export function progressWords({ done, total, label }: Progress): string {
  if (label === 'MB') return `${done.toFixed(1)} of ${total.toFixed(1)} MB`;
  const unit = label === '' || label.endsWith('s') || total === 1 ? label : `${label}s`;
  return `${done} of ${total} ${unit}`.trim();
}

/** For a screen reader, once when a run ends; empty otherwise. */
export function announcement({ title, state, ms, error }: CellSnapshot): string {
  if (state === 'done') return `${title}: done${ms === null ? '' : ` in ${formatTime(ms)}`}`;
  if (state === 'error') return `${title}: failed${error === null ? '' : `, ${error.name}`}`;
  return state === 'stopped' ? `${title}: stopped` : '';
}

export function isBusy(state: CellState): boolean {
  return state === 'queued' || state === 'running';
}

import type { CellSnapshot, CellState } from '@/lib/kernel/state';
import type { CellId, Progress } from '@/lib/protocol';
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
      return progress === null ? 'running' : `running ${progressWords(progress)}`;
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

/** "12 of 100 epochs" */
export function progressWords({ done, total, label }: Progress): string {
  const unit = label === '' || label.endsWith('s') || total === 1 ? label : `${label}s`;
  return `${done} of ${total} ${unit}`.trim();
}

/** What a run of the cell would start with, where it isn't the cell itself; empty when there is nothing to say. */
export function stateDetail(cells: Readonly<Record<CellId, CellSnapshot>>, id: CellId): string {
  const state = cells[id]?.state;
  if (state !== 'idle' && state !== 'stale') return '';
  const first = unready(cells, id);
  if (first.length === 0) return state === 'stale' ? 'run it again' : '';
  const [only] = first;
  return first.length === 1 && only !== undefined
    ? `runs “${only.title}” first`
    : `runs ${first.length} cells before it`;
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

function unready(cells: Readonly<Record<CellId, CellSnapshot>>, id: CellId): CellSnapshot[] {
  const seen = new Set<CellId>([id]);
  const found: CellSnapshot[] = [];
  const walk = (from: CellId) => {
    for (const parent of cells[from]?.parents ?? []) {
      const cell = cells[parent];
      if (cell === undefined || seen.has(parent)) continue;
      seen.add(parent);
      if (cell.state !== 'done') found.push(cell);
      walk(parent);
    }
  };
  walk(id);
  return found;
}

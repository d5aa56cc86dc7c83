import { thin } from '@/lib/figures/thin';
import type { CellSnapshot } from '@/lib/kernel/state';
import type { Frame } from '@/lib/protocol';
import type { RunRecord } from './run-record';

/** Points of a curve that is kept. */
const POINTS = 120;

/** What is known when a run begins. */
export type BegunRun = Pick<RunRecord, 'settings' | 'codeHash'> & { trains: boolean };

type Kept = Pick<RunRecord, 'id' | 'page' | 'number' | 'at' | 'seed'>;

/** The record of a run that has ended as its cell shows it; null for one that has trained nothing. */
export function recordRun(cell: CellSnapshot, begun: BegunRun, kept: Kept): RunRecord | null {
  if (!begun.trains) return null;
  const curve = Object.values(cell.figures).find(
    ({ figure, frames }) => figure.kind === 'curve' && frames.length > 0,
  );
  const frames = (curve?.frames ?? []) as readonly Frame<'curve'>[];
  return {
    ...kept,
    ...{ settings: begun.settings, codeHash: begun.codeHash },
    cell: cell.id,
    status: cell.error !== null ? 'error' : cell.state === 'stopped' ? 'stopped' : 'done',
    ms: cell.ms,
    device: cell.device,
    branchedAt: cell.branchedAt,
    trainedOn: cell.trainedOn,
    stepName: curve?.figure.stepName ?? 'step',
    points: thin(frames, POINTS).map(({ step, data }) => ({ step, values: { ...data.values } })),
    name: '',
    pinned: false,
  };
}

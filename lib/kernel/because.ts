import type { CellId } from '@/lib/protocol';
import { isOf, type Judge } from './changes';
import { cellOf, type Ending, type Seen, type Source, type State, type Variable } from './model';
import { own } from './own';
import { controlsReadBy, movedIn, movedSince } from './positions';
import type { StaleReason } from './state';

/** What is asked about the other cells. */
export type Reasoner = Judge & {
  expected(id: CellId, variable: Variable): readonly CellId[];
  /** Why another cell is stale; null when it is not. */
  reason(id: CellId): StaleReason | null;
};

/**
 * Why the page is not what a run of the cell stood on any more, the most telling reason first; null when it still is.
 * `problem`: the message of what keeps the cell's present code from running.
 */
export function whyStale(
  state: State,
  id: CellId,
  ending: Ending,
  problem: string | null,
  judge: Reasoner,
): StaleReason | null {
  if (ending.code !== cellOf(state, id).code) return { kind: 'edited' };
  // Another cell was edited so that this one can't run, or can again.
  if (ending.problem !== problem) return { kind: 'edited' };
  if (ending.epoch !== state.epoch) return { kind: 'restarted' };
  if (ending.inputs === null) return null;
  if (ending.steered !== null) return { kind: 'steered', label: ending.steered };
  return (
    movedOwn(state, id, ending) ??
    changedSince(state, id, ending.seen, judge) ??
    inputSince(state, id, ending.inputs, judge) ??
    control(movedSince(state, ending.sees, ending.positions))
  );
}

const control = (label: string | null): StaleReason | null =>
  label === null ? null : { kind: 'control', label };

/** A control that the cell's own code reads. */
function movedOwn(state: State, id: CellId, { sees, positions }: Ending): StaleReason | null {
  const held = cellOf(state, id);
  const unnamed = movedIn(held, own(positions, id) ?? held.controls, null);
  const read = controlsReadBy(state, id);
  const direct = sees.filter((variable) => read.some(isOf(variable)));
  return control(unnamed ?? movedSince(state, direct, positions));
}

/** A variable that it touched has been changed by other runs than those that should have changed it before. */
function changedSince(
  state: State,
  id: CellId,
  seen: readonly Seen[],
  judge: Reasoner,
): StaleReason | null {
  for (const { cell, name, applied } of seen) {
    const expected = judge.expected(id, { cell, name });
    for (let i = 0; i < Math.max(applied.length, expected.length); i++) {
      const should = expected[i];
      const did = applied[i];
      if (should !== undefined && !judge.isFresh(should)) return rootOf(should, judge);
      if (isPresent(state, did) && did?.cell === should) continue;
      return { kind: 'mutated', name, cell: should ?? did?.cell ?? cell };
    }
  }
  return null;
}

const isPresent = (state: State, source: Source | undefined) =>
  source !== undefined && state.cells[source.cell]?.ending?.run === source.run;

/** A name now comes from elsewhere, or from another run, or from a cell that is not fresh. */
function inputSince(
  state: State,
  id: CellId,
  used: Readonly<Record<string, Source>>,
  judge: Reasoner,
): StaleReason | null {
  const inputs = state.graph?.get(id)?.inputs ?? {};
  for (const [name, cell] of Object.entries(inputs)) {
    const source = own(used, name);
    if (source?.cell !== cell) return { kind: 'input', cell };
    if (!judge.isFresh(cell)) return rootOf(cell, judge);
    if (!isPresent(state, source)) return { kind: 'input', cell };
  }
  const gone = Object.entries(used).find(([name]) => own(inputs, name) === undefined);
  return gone === undefined ? null : { kind: 'input', cell: gone[1].cell };
}

/** Of a chain of cells that wait for each other, the one with which it began. */
function rootOf(id: CellId, judge: Reasoner): StaleReason {
  const reason = judge.reason(id);
  return reason?.kind === 'input' ? reason : { kind: 'input', cell: id };
}

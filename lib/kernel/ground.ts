import type { CellId } from '@/lib/protocol';
import { isOf } from './changes';
import { touched } from './freshness';
import { cellOf, type Ground, type Seen, type Source, type State, type Variable } from './model';
import { own } from './own';
import { controlsSeenBy, positionsFor } from './positions';

/** On what a run stands that is sent now. */
export function groundOf(state: State, id: CellId): Omit<Ground, 'run'> {
  const { code, analysis } = cellOf(state, id);
  const read = touched(state, id);
  const carried = carriedTo(state, id).filter((variable) => !read.some(isOf(variable)));
  const sees = controlsSeenBy(state, id);
  return {
    code,
    seen: [...read, ...carried].map((variable) => seenNow(state, id, variable)),
    sees,
    positions: positionsFor(state, id, sees),
    captures: analysis?.captures ?? [],
  };
}

/** What the functions that it reads have read: as they were made, though their code was edited since. */
function carriedTo(state: State, id: CellId): readonly Variable[] {
  const inputs = Object.entries(state.graph?.get(id)?.inputs ?? {});
  return inputs.flatMap(([name, cell]) => {
    const { ending } = cellOf(state, cell);
    return ending?.captures.includes(name) ? ending.seen : [];
  });
}

/** Its own runs are left out: one that goes on from a former run counts as one with it. */
export function seenNow(state: State, id: CellId, { cell, name }: Variable): Seen {
  const applied = own(state.cells[cell]?.applied ?? {}, name) ?? [];
  return { cell, name, applied: applied.filter((source) => source.cell !== id) };
}

/** Which runs the inputs of one that is sent now come from. */
export function sourcesOf(state: State, id: CellId): Record<string, Source> {
  const inputs = Object.entries(state.graph?.get(id)?.inputs ?? {});
  return Object.fromEntries(
    inputs.map(([name, cell]) => [name, { cell, run: cellOf(state, cell).ending?.run ?? 0 }]),
  );
}

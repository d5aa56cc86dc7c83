import { fitsControl, type CellId, type Control, type ControlValue } from '@/lib/protocol';
import { cellOf, type Active, type Held, type Positions, type State, type Variable } from './model';
import { isOf } from './changes';
import { own } from './own';
import { sameValue } from './same-value';

/** The variables that hold controls and that a cell's own code reads, so that it sees them move. */
export function controlsReadBy(state: State, id: CellId): Variable[] {
  const inputs = Object.entries(state.graph?.get(id)?.inputs ?? {});
  const foreign = inputs
    .filter(([name, cell]) => holdsControl(cellOf(state, cell), name))
    .map(([name, cell]) => ({ cell, name }));
  const itself = cellOf(state, id).analysis?.ownControls ?? [];
  return [...itself.map((name) => ({ cell: id, name })), ...foreign];
}

/** By its code, or by its last run, where the code was edited since. */
const holdsControl = ({ analysis, shown }: Held, name: string) =>
  analysis?.controls.includes(name) || Object.values(shown).some((each) => each.name === name);

/** Those that a run of the cell may see if it is sent now, also through functions of the cells on which it stands. */
export function controlsSeenBy(state: State, id: CellId): Variable[] {
  const parents = new Set(Object.values(state.graph?.get(id)?.inputs ?? {}));
  const through = [...parents].flatMap((cell) => cellOf(state, cell).ending?.sees ?? []);
  const read = controlsReadBy(state, id);
  return [...read, ...through.filter((variable) => !read.some(isOf(variable)))];
}

/** Where the controls of these variables' cells stand, and the cell's own. */
export function positionsFor(
  state: State,
  id: CellId,
  variables: readonly Variable[],
): Record<CellId, Positions> {
  const cells = [...new Set([id, ...variables.map(({ cell }) => cell)])];
  const there = cells.flatMap((cell) => state.cells[cell] ?? []);
  return Object.fromEntries(there.map((held) => [held.id, held.controls]));
}

/** The label of a control among these variables that stands elsewhere than it did, or null. */
export function movedSince(
  state: State,
  variables: readonly Variable[],
  before: Readonly<Record<CellId, Positions>>,
): string | null {
  for (const { cell, name } of variables) {
    const held = state.cells[cell];
    const then = own(before, cell);
    if (held === undefined || then === undefined) continue;
    const label = movedIn(held, then, name);
    if (label !== null) return label;
  }
  return null;
}

/** `name`: null for the controls that are part of an expression, whose value is used where they are made. */
export function movedIn(held: Held, before: Positions, name: string | null): string | null {
  if (before === held.controls) return null;
  const controls = Object.values(held.shown).filter((control) => control.name === name);
  // The page has not been told of its control, so any move may have been of it.
  if (controls.length === 0) return name;
  return controls.find((control) => !standsAs(control, held.controls, before))?.label ?? null;
}

function standsAs(control: Control, now: Positions, before: Positions): boolean {
  return sameValue(valueIn(control, now), valueIn(control, before));
}

/** The value that a control has at these positions. */
export function valueIn(control: Control, positions: Positions): ControlValue {
  const value = own(positions, control.key);
  return value !== undefined && fitsControl(control, value) ? value : control.value;
}

/** The label of a control that a run could see and that was moved while it went on, or null. */
export function steeredBy(state: State, active: Active): string | null {
  const moved = active.moved.filter(({ cell }) => Object.hasOwn(active.positions, cell));
  for (const { cell, key } of moved) {
    const control = own(state.cells[cell]?.shown ?? {}, key);
    if (maySee(state, active, cell, control)) return control?.label ?? key;
  }
  return null;
}

function maySee(state: State, active: Active, cell: CellId, control: Control | undefined): boolean {
  const isOwn = cell === active.cell;
  // Whether a control that is not shown was made is known only while nothing of the run was left out.
  if (control === undefined) return !isOwn || cellOf(state, cell).tally.noticed;
  const { name } = control;
  if (name === null) return isOwn;
  return active.sees.some(isOf({ cell, name }));
}

import { fitsControl, type CellId, type Control, type ControlValue } from '@/lib/protocol';
import { cellOf, type Active, type Held, type Positions, type State } from './model';
import { own } from './own';
import { sameValue } from './same-value';
import type { Variable } from './changes';

/** The variables that hold controls and that a cell's own code reads, so that it sees them move. */
export function controlsReadBy(state: State, id: CellId): Variable[] {
  const inputs = Object.entries(state.graph?.get(id)?.inputs ?? {});
  const foreign = inputs
    .filter(([name, cell]) => cellOf(state, cell).analysis?.controls.includes(name))
    .map(([name, cell]) => ({ cell, name }));
  const itself = cellOf(state, id).analysis?.ownControls ?? [];
  return [...itself.map((name) => ({ cell: id, name })), ...foreign];
}

/** Those that a run of the cell may see, also through functions of the cells on which it stands. */
export function controlsSeenBy(state: State, id: CellId): Variable[] {
  const { notebook, graph } = state;
  if (notebook === null || graph === null) return [];
  return [id, ...notebook.ancestors(graph, id)].flatMap((at) => controlsReadBy(state, at));
}

/** The positions of all controls that a run of the cell could see if it began now. */
export function positionsFor(state: State, id: CellId): Record<CellId, Positions> {
  const cells = new Set([id, ...controlsSeenBy(state, id).map(({ cell }) => cell)]);
  return Object.fromEntries([...cells].map((cell) => [cell, cellOf(state, cell).controls]));
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
  const runner = cellOf(state, active.cell);
  const isOwn = cell === active.cell;
  // Whether a control that is not shown was made is known only while nothing of the run was left out.
  if (control === undefined) return !isOwn || runner.tally.noticed;
  if (isOwn && control.name === null) return true;
  // What the code read before it was edited is not known any more.
  if (runner.code !== active.code) return true;
  return controlsSeenBy(state, active.cell).some(
    (variable) => variable.cell === cell && variable.name === control.name,
  );
}

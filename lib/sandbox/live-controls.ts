import { inputValue, rememberOrigin, type ControlDraft } from '@/lib/course';
import {
  LIMITS,
  fitsControl,
  type CellId,
  type Control,
  type ControlValue,
  type Output,
} from '@/lib/protocol';

/** What people have set in every cell of a lesson, and the variables that show it. */
export type LiveControls = {
  /** As a message said. A value for a key that no control has yet is kept for the next run. */
  set(cell: CellId, key: string, value: ControlValue): void;
  /** The same for all controls of a cell: those that are not named are as the code has them. */
  setAll(cell: CellId, values: Readonly<Record<string, ControlValue>>): void;
  /** A run of the cell begins: it has made no controls yet. */
  begin(cell: CellId): void;
  /**
   * A control of the present run, shown and with the value that it is set to.
   *
   * @throws {RangeError} when the run has made too many.
   */
  add(draft: ControlDraft, name: string | null): ControlValue;
  /** Whether this variable holds a control, as the cell's last run made it. */
  holds(cell: CellId, name: string): boolean;
  /**
   * A property that gives a variable's newest value, as a copy of the caller's own.
   * It throws a `ReferenceError` before the control is made.
   */
  property(cell: CellId, name: string): PropertyDescriptor;
  /** Has the variables of the cell that hold controls tell what these are set to, from here on. */
  expose(cell: CellId, declared: Record<string, unknown>): void;
  forget(cell: CellId): void;
};

/** A variable: null until its control is made. `value` is what the control is set to. */
type Slot = { control: Control | null; value: ControlValue };

type Cell = {
  set: Map<string, ControlValue>;
  /** Of the present run, or the last one. */
  keys: Set<string>;
  /** By name. They outlive runs, since closures of other cells read them. */
  slots: Map<string, Slot>;
};

/** @param show sends the place of a control to the page */
export function createLiveControls(show: (output: Output) => void): LiveControls {
  const cells = new Map<CellId, Cell>();
  let present: CellId = '';

  function cellOf(id: CellId): Cell {
    const cell = cells.get(id) ?? { set: new Map(), keys: new Set(), slots: new Map() };
    cells.set(id, cell);
    return cell;
  }

  return {
    set(id, key, value) {
      const cell = cellOf(id);
      cell.set.set(key, value);
      for (const slot of cell.slots.values()) {
        if (slot.control?.key === key) slot.value = valueOf(slot.control, cell);
      }
    },
    setAll(id, values) {
      const cell = cellOf(id);
      cell.set = new Map(Object.entries(values));
      for (const slot of cell.slots.values()) {
        if (slot.control !== null) slot.value = valueOf(slot.control, cell);
      }
    },
    begin(id) {
      present = id;
      const { keys, slots } = cellOf(id);
      keys.clear();
      for (const slot of slots.values()) slot.control = null;
    },
    add(draft, name) {
      const cell = cellOf(present);
      if (cell.keys.size >= LIMITS.controls) throw new RangeError(TOO_MANY);
      const control: Control = { ...draft, key: freeKey(draft.label, cell.keys), name };
      cell.keys.add(control.key);
      show({ kind: 'control', control });
      const value = valueOf(control, cell);
      if (name !== null) Object.assign(slotOf(cell, name), { control, value });
      return value;
    },
    holds: (id, name) => (cells.get(id)?.slots.get(name)?.control ?? null) !== null,
    property: (id, name) => ({
      get: reader(id, slotOf(cellOf(id), name), name),
      enumerable: true,
    }),
    expose(id, declared) {
      for (const [name, slot] of cellOf(id).slots) {
        if (slot.control === null || !Object.hasOwn(declared, name)) continue;
        Object.defineProperty(declared, name, { get: () => slot.value, enumerable: true });
      }
    },
    forget(id) {
      cells.delete(id);
    },
  };
}

function slotOf({ slots }: Cell, name: string): Slot {
  const slot = slots.get(name) ?? { control: null, value: null };
  slots.set(name, slot);
  return slot;
}

/** What a person has set, unless the code has changed and it fits no more. */
function valueOf(control: Control, { set }: Cell): ControlValue {
  const value = set.get(control.key);
  return value !== undefined && fitsControl(control, value) ? value : control.value;
}

/** The label, or "label (2)". What every object has is no key: the page looks values up by it. */
function freeKey(label: string, taken: ReadonlySet<string>): string {
  const isTaken = (key: string) => taken.has(key) || key in Object.prototype;
  let key = label;
  for (let n = 2; isTaken(key); n++) key = `${label} (${n})`;
  return key;
}

/** One caller's view: it copies a value once, and again when another is set. Read in loops, so it is kept short. */
function reader(cell: CellId, slot: Slot, name: string): () => unknown {
  let seen: ControlValue | undefined;
  let copy: unknown;
  return () => {
    if (slot.control === null) {
      throw new ReferenceError(`Cannot access '${name}' before initialization`);
    }
    if (seen !== slot.value) {
      copy = inputValue(slot.value);
      rememberOrigin(copy, { cell, control: slot.control });
      seen = slot.value;
    }
    return copy;
  };
}

const TOO_MANY = `A cell can show ${LIMITS.controls} controls in one run, and this one asks for more. Make them outside of the loop, or fewer of them.`;

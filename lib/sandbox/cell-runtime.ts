import type { Pace } from '@/lib/course';
import type { CellId } from '@/lib/protocol';
import type { CellRuntime } from './evaluate';
import type { Interrupt } from './interrupt';
import type { LiveControls } from './live-controls';

export type RuntimeParts = {
  controls: LiveControls;
  /** The course library's `input`, for the control of one variable. */
  inputFor(name: string): unknown;
  pace: Pace;
  interrupt: Interrupt;
  last(value: unknown): void;
};

/** What the code of one run calls; `inputs` are the names that it reads from other cells, and those cells. */
export function cellRuntime(
  cell: CellId,
  inputs: Readonly<Record<string, CellId>>,
  { controls, inputFor, pace, interrupt, last }: RuntimeParts,
): CellRuntime {
  const live = {};
  const add = (name: string, owner: CellId) =>
    Object.defineProperty(live, name, controls.property(owner, name));
  for (const [name, owner] of Object.entries(inputs)) {
    if (controls.holds(owner, name)) add(name, owner);
  }
  return {
    last,
    check: interrupt.check,
    due: pace.due,
    async turn() {
      await pace.turn();
      interrupt.check();
    },
    live,
    own: (names) => names.forEach((name) => add(name, cell)),
    named: inputFor,
  };
}

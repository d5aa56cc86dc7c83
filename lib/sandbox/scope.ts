import type { Declared } from '@/lib/course';
import type { CellId } from '@/lib/protocol';

/** The variables of a lesson: each cell's outputs, by name. */
export type Scope = {
  /** @throws {Error} naming the cell that has to run first, when a name is not there. */
  read(inputs: Record<string, CellId>): Record<string, unknown>;
  write(cell: CellId, values: Record<string, unknown>): void;
  /** Forgets what the cell declared on its last run, and returns it. */
  take(cell: CellId): Record<string, unknown>;
  values(): unknown[];
  /** All variables, with the cells that declare them. */
  variables(): Declared[];
};

export function createScope(): Scope {
  const cells = new Map<CellId, Record<string, unknown>>();
  return {
    read(inputs) {
      const values = Object.entries(inputs).map(([name, cell]) => {
        const declared = cells.get(cell);
        if (declared === undefined || !Object.hasOwn(declared, name)) {
          throw new Error(
            `\`${name}\` has no value yet. Run the cell “${cell}”, which declares it, first.`,
          );
        }
        return [name, declared[name]] as const;
      });
      // As an assignment, a variable named `__proto__` would be lost.
      return Object.fromEntries(values);
    },
    write(cell, values) {
      cells.set(cell, values);
    },
    take(cell) {
      const former = cells.get(cell) ?? {};
      cells.delete(cell);
      return former;
    },
    values: () => [...cells.values()].flatMap((declared) => Object.values(declared)),
    variables: () =>
      [...cells].flatMap(([cell, declared]) =>
        Object.entries(declared).map(([name, value]) => ({ cell, name, value })),
      ),
  };
}

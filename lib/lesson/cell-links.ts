import type { CellSnapshot } from '@/lib/kernel/state';
import type { CellId } from '@/lib/protocol';

/**
 * What goes from one cell to another, by the names of variables.
 * `reads`: `to` reads what `from` declares. `follows`: `to` reads what a third cell declares, as `from` has changed it.
 * `trains` and `disposes`: `from` changes what `to` declares.
 */
export type CellLink = {
  from: CellId;
  to: CellId;
  kind: 'reads' | 'follows' | 'trains' | 'disposes';
  names: readonly string[];
};

type Cell = Pick<CellSnapshot, 'inputs' | 'mutates' | 'parents'>;

/** All links of a page; between two cells one of each kind at most. */
export function cellLinks(
  order: readonly CellId[],
  cells: Readonly<Record<CellId, Cell>>,
): CellLink[] {
  return order.flatMap((id) => {
    const cell = cells[id];
    if (cell === undefined) return [];
    const links = [...reads(id, cell), ...follows(id, cell, order, cells), ...changes(id, cell)];
    return links.filter(({ from, to }) => from !== to && cells[from] && cells[to]);
  });
}

function reads(id: CellId, { inputs }: Cell): CellLink[] {
  return grouped(Object.entries(inputs).map(([name, owner]) => [owner, name])).map(
    ([from, names]) => ({ from, to: id, kind: 'reads', names }),
  );
}

function follows(
  id: CellId,
  { inputs, parents }: Cell,
  order: readonly CellId[],
  cells: Readonly<Record<CellId, Cell>>,
): CellLink[] {
  return order.slice(0, order.indexOf(id)).flatMap((from) => {
    if (!parents.includes(from)) return [];
    const mutates = cells[from]?.mutates ?? [];
    const names = mutates.filter(({ name, cell }) => inputs[name] === cell).map(({ name }) => name);
    return names.length === 0 ? [] : [{ from, to: id, kind: 'follows', names: unique(names) }];
  });
}

function changes(id: CellId, { mutates }: Cell): CellLink[] {
  return (['trains', 'disposes'] as const).flatMap((kind) => {
    const those = mutates.filter(({ how }) => how === kind);
    return grouped(those.map(({ cell, name }) => [cell, name])).map(([to, names]) => {
      return { from: id, to, kind, names };
    });
  });
}

/** The names by their cell, in the order in which the cells come up. */
function grouped(pairs: readonly (readonly [CellId, string])[]): [CellId, string[]][] {
  const names = new Map<CellId, string[]>();
  for (const [cell, name] of pairs) names.set(cell, [...(names.get(cell) ?? []), name]);
  return [...names].map(([cell, of]) => [cell, unique(of)]);
}

const unique = (names: readonly string[]): string[] => [...new Set(names)];

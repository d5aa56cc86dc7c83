import type { CellError, CellId } from '@/lib/protocol';
import type { Analysis } from './analyze';
import { cycleThrough, type Graph } from './graph';
import type { Place, Problem } from './problem';

/** A cell as the page has it; `title` names it to the reader, else its id does. */
export type AnalyzedCell = { id: CellId; title?: string; analysis: Analysis };

/** A cell and what it stands on. */
export type ResolvedCell = {
  /** Each name that it reads from another cell, and that cell. */
  inputs: Readonly<Record<string, CellId>>;
  /** The cells of `inputs`, each once, the nearest on the page first; of two equally near, the one before it. */
  parents: readonly CellId[];
  /** What keeps the cell from running, whatever its inputs hold. */
  problem: CellError | null;
};

/** In the order of the page. */
export type Resolved = ReadonlyMap<CellId, ResolvedCell>;

/**
 * Finds for each name that a cell reads the cell that declares it. What a cell stands on follows from names alone:
 * a cell may read what a later one declares. A name that no cell declares is left alone: it is a global, or the
 * run ends in a `ReferenceError`. Of a name that two cells declare, which is a problem of both, readers get the first.
 */
export function resolve(cells: readonly AnalyzedCell[]): Resolved {
  const owners = ownersOf(cells);
  const titles = new Map(cells.map(({ id, title }) => [id, title ?? id]));
  const links = new Map(
    cells.map((cell, index) => {
      const inputs = inputsOf(cell, owners);
      return [cell.id, { inputs, parents: parentsOf(index, inputs, cells) }];
    }),
  );
  return new Map(
    cells.map((cell) => {
      const problem = problemOf(cell, owners, links, (id) => titles.get(id) ?? id);
      return [cell.id, { ...links.get(cell.id)!, problem }];
    }),
  );
}

/** For each name, the cells that declare it, in the order of the page. */
type Owners = ReadonlyMap<string, readonly CellId[]>;
type TitleOf = (id: CellId) => string;

function ownersOf(cells: readonly AnalyzedCell[]): Owners {
  const owners = new Map<string, CellId[]>();
  for (const { id, analysis } of cells) {
    for (const name of analysis.defines) owners.set(name, [...(owners.get(name) ?? []), id]);
  }
  return owners;
}

function inputsOf({ id, analysis }: AnalyzedCell, owners: Owners): Record<string, CellId> {
  const inputs = analysis.reads.flatMap((name) => {
    const owner = owners.get(name)?.[0];
    return owner === undefined || owner === id ? [] : [[name, owner] as const];
  });
  return Object.fromEntries(inputs);
}

function parentsOf(
  index: number,
  inputs: Record<string, CellId>,
  cells: readonly AnalyzedCell[],
): CellId[] {
  const wanted = new Set(Object.values(inputs));
  return cells
    .map(({ id }, at) => ({ id, at, distance: Math.abs(at - index) }))
    .filter(({ id }) => wanted.has(id))
    .sort((a, b) => a.distance - b.distance || a.at - b.at)
    .map(({ id }) => id);
}

function problemOf(
  cell: AnalyzedCell,
  owners: Owners,
  graph: Graph,
  titleOf: TitleOf,
): CellError | null {
  const { problem } = cell.analysis;
  if (problem !== null) return cellError('SyntaxError', problem);
  return (
    declaredTwice(cell, owners, titleOf) ??
    assignsForeign(cell, owners, titleOf) ??
    inCycle(cell, graph, titleOf)
  );
}

function declaredTwice({ id, analysis }: AnalyzedCell, owners: Owners, titleOf: TitleOf) {
  for (const name of analysis.defines) {
    const others = (owners.get(name) ?? []).filter((owner) => owner !== id);
    if (others.length === 0) continue;
    const place = analysis.declarations?.find((declaration) => declaration.name === name);
    const message = `\`${name}\` is also declared in the cell ${listed(others, titleOf)}. Give one of them another name, or put the code between braces \`{ }\` to keep its names to itself.`;
    return cellError('DeclaredTwice', { message, ...place });
  }
  return null;
}

function assignsForeign({ id, analysis }: AnalyzedCell, owners: Owners, titleOf: TitleOf) {
  for (const { name, line, column } of analysis.writes) {
    const owner = owners.get(name)?.[0];
    if (owner === undefined || owner === id) continue;
    const message = `\`${name}\` belongs to the cell “${titleOf(owner)}”, and a cell can only read what another one declares. Change it there, or declare a new name here.`;
    return cellError('ForeignAssignment', { message, line, column });
  }
  return null;
}

function inCycle({ id }: AnalyzedCell, graph: Graph, titleOf: TitleOf) {
  const [, ...others] = cycleThrough(graph, id) ?? [];
  if (others.length === 0) return null;
  const message = `This cell and the cell ${listed(others, titleOf)} need each other’s values, so neither can run first. Move what both need into a cell of its own.`;
  return cellError('Cycle', { message });
}

function listed(ids: readonly CellId[], titleOf: TitleOf): string {
  return ids.map((id) => `“${titleOf(id)}”`).join(' and ');
}

function cellError(
  name: string,
  { message, line, column }: Partial<Place> & Pick<Problem, 'message'>,
): CellError {
  const place = line === undefined ? {} : { line, column };
  return { name, message, ...place, stack: [] };
}

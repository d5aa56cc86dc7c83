import * as notebook from '@/lib/notebook';
import type { CellId, Output } from '@/lib/protocol';
import type { Positions } from '../model';
import { TinyMemory } from './tiny-language';

export type TinyCell = { id: CellId; code: string; controls: Positions };

/**
 * What each cell shows when the page is run from the top in a new worker, each cell after those that it reads. Cells
 * that fail, or need one that does, are not in it; for what can't be run nothing is.
 */
export function cleanRun(cells: readonly TinyCell[]): ReadonlyMap<CellId, readonly Output[]> {
  const graph = notebook.resolve(cells.map(({ id, code }) => ({ id, analysis: analyze(code) })));
  const memory = new TinyMemory();
  const ended = new Map<CellId, readonly Output[] | null>();

  function visit(id: CellId): boolean {
    const known = ended.get(id);
    if (known !== undefined) return known !== null;
    ended.set(id, null);
    const cell = cells.find((each) => each.id === id);
    const resolved = graph.get(id);
    const way = [id, ...notebook.ancestors(graph, id)];
    if (way.some((each) => graph.get(each)?.problem !== null)) return false;
    if (cell === undefined || resolved === undefined) return false;
    const { inputs } = resolved;
    const parents = cells.filter((each) => Object.values(inputs).includes(each.id));
    // All of them, as a plan would, though one may fail.
    if (parents.map((parent) => visit(parent.id)).includes(false)) return false;
    const { code, controls } = cell;
    const { outputs, error } = memory.begin({ cell: id, code, inputs, controls }).finish();
    ended.set(id, error === null ? outputs : null);
    return error === null;
  }

  cells.forEach(({ id }) => visit(id));
  const shown = [...ended].filter(
    (entry): entry is [CellId, readonly Output[]] => entry[1] !== null,
  );
  return new Map(shown);
}

/** Once for each code: a page is run clean after every act. */
function analyze(code: string): notebook.Analysis {
  const analysis = known.get(code) ?? notebook.analyze(code);
  known.set(code, analysis);
  return analysis;
}

const known = new Map<string, notebook.Analysis>();

import type { CellId } from '@/lib/protocol';

/** The cells of a page in its order, and the cells that each reads from; `resolve` gives it. */
export type Graph = ReadonlyMap<CellId, { readonly parents: readonly CellId[] }>;

/** The cells on which `id` stands, however indirectly, in the order of the page. Without `id`, even in a cycle. */
export function ancestors(graph: Graph, id: CellId): CellId[] {
  return reach(graph, id, (at) => parentsOf(graph, at));
}

/** The cells that stand on `id`, however indirectly, in the order of the page. Without `id`, even in a cycle. */
export function descendants(graph: Graph, id: CellId): CellId[] {
  return reach(graph, id, (at) => {
    return [...graph.keys()].filter((child) => parentsOf(graph, child).includes(at));
  });
}

/** The shortest way from a cell through its parents back to itself, beginning with it, or null where there is none. */
export function cycleThrough(graph: Graph, id: CellId): CellId[] | null {
  const seen = new Set<CellId>();
  const paths: CellId[][] = [[id]];
  for (const path of paths) {
    for (const parent of parentsOf(graph, path.at(-1)!)) {
      if (parent === id) return path;
      if (!seen.has(parent)) paths.push([...path, parent]);
      seen.add(parent);
    }
  }
  return null;
}

export function parentsOf(graph: Graph, id: CellId): readonly CellId[] {
  return graph.get(id)?.parents ?? [];
}

function reach(graph: Graph, from: CellId, next: (id: CellId) => readonly CellId[]): CellId[] {
  const reached = new Set<CellId>();
  const waiting = [...next(from)];
  for (const id of waiting) {
    if (reached.has(id)) continue;
    reached.add(id);
    waiting.push(...next(id));
  }
  return [...graph.keys()].filter((id) => id !== from && reached.has(id));
}

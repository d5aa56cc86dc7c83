import type { CellId } from '@/lib/protocol';
import { parentsOf, type Graph } from './graph';

/**
 * The runs that give `target` a result that follows from the code on the page: those of its ancestors that are not
 * fresh, each after its own parents, then `target` itself, fresh or not. A fresh cell that stands on one that has to
 * run has to run too. Where order is free it is the page's. In a cycle, some cell comes before its parent.
 */
export function plan(graph: Graph, target: CellId, isFresh: (id: CellId) => boolean): CellId[] {
  return planFor(graph, [target], (id) => id !== target && isFresh(id));
}

/** The runs that make every cell fresh, each after its parents. Without `isFresh`, all cells run. */
export function planAll(graph: Graph, isFresh: (id: CellId) => boolean = () => false): CellId[] {
  return planFor(graph, [...graph.keys()], isFresh);
}

function planFor(
  graph: Graph,
  targets: readonly CellId[],
  isFresh: (id: CellId) => boolean,
): CellId[] {
  const place = new Map([...graph.keys()].map((id, index) => [id, index]));
  const byPlace = (a: CellId, b: CellId) => (place.get(a) ?? 0) - (place.get(b) ?? 0);
  const seen = new Set<CellId>();
  const runs = new Set<CellId>();
  function visit(id: CellId): void {
    if (seen.has(id) || !graph.has(id)) return;
    seen.add(id);
    const parents = [...parentsOf(graph, id)].sort(byPlace);
    parents.forEach(visit);
    if (!isFresh(id) || parents.some((parent) => runs.has(parent))) runs.add(id);
  }
  targets.forEach(visit);
  return [...runs];
}

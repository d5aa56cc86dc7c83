import type { Edge } from './edges';
import { curve } from './place';

export type Sign = 'negative' | 'positive';

/** Many edges of like strength in one path. Strength runs from 0 to 1, the middle of a level. */
export type Stroke = { sign: Sign; strength: number; d: string };

/** A signed number for each edge, of which the largest of its layer counts as full strength. */
export type ValueOf = (edge: Edge) => number;

export type StrokeOptions = {
  levels: number;
  /** Strength below which an edge is left out. */
  least?: number;
  /** Draws from the end to the start, for what runs that way. */
  back?: boolean;
  /** What counts as full strength in each layer, where it is not the largest of these edges. */
  full?: readonly number[];
};

/** Edges gathered by sign and level of strength, weakest first. */
export function strokesOf(
  edges: readonly Edge[],
  valueOf: ValueOf,
  { levels, least = 0, back = false, full = fullOf(edges, valueOf) }: StrokeOptions,
): Stroke[] {
  const paths = new Map<string, Stroke>();
  for (const edge of edges) {
    const share = Math.abs(valueOf(edge)) / (full[edge.layer] || 1);
    if (share <= least) continue;
    const sign = signOf(valueOf(edge));
    const strength = (Math.min(levels - 1, Math.floor(share * levels)) + 0.5) / levels;
    const key = `${sign} ${strength}`;
    const stroke = paths.get(key) ?? { sign, strength, d: '' };
    stroke.d += back ? curve(edge.to, edge.from) : curve(edge.from, edge.to);
    paths.set(key, stroke);
  }
  return [...paths.values()].sort((a, b) => a.strength - b.strength);
}

/** The largest size of the edges' values, for each layer. */
export function fullOf(edges: readonly Edge[], valueOf: ValueOf): number[] {
  const full: number[] = [];
  for (const edge of edges) {
    full[edge.layer] = Math.max(full[edge.layer] ?? 0, Math.abs(valueOf(edge)));
  }
  return full;
}

export const signOf = (value: number): Sign => (value < 0 ? 'negative' : 'positive');

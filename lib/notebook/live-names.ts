import type { Identifier, Program } from 'acorn';
import { walk } from './children';
import { boundControls, type BoundControl } from './controls';
import { freeNames, type Uses } from './free-names';

/** A read of a name at an offset of the code; `shorthand` is that of `({ rate })`, which names the property too. */
export type LiveRead = { name: string; at: number; shorthand: boolean };

/** The controls that a program declares, and where it reads a control: one of its own, or another cell's. */
export type LiveNames = { controls: BoundControl[]; reads: LiveRead[] };

/**
 * `inputs` are the names that come from other cells, `live` those of them that hold controls. Where `input` is another
 * cell's, it makes none. A place where a name is assigned to is not among its reads.
 */
export function liveNames(
  program: Program,
  inputs: readonly string[],
  live: readonly string[],
): LiveNames {
  const free = freeNames(program);
  const controls = inputs.includes('input') ? [] : boundControls(program, free);
  const own = controls.map(({ name }) => name);
  const reads = [
    ...pureReads(free).filter(({ name }) => live.includes(name)),
    ...pureReads(free.own).filter(({ name }) => own.includes(name)),
  ];
  const shorthands = shorthandStarts(program);
  return {
    controls,
    reads: reads.map(({ name, start }) => ({ name, at: start, shorthand: shorthands.has(start) })),
  };
}

/** Without those of `a += 1` and `a++`. */
function pureReads({ reads, writes }: Uses): Identifier[] {
  const written = new Set(writes);
  return reads.filter((node) => !written.has(node));
}

function shorthandStarts(program: Program): Set<number> {
  const starts = new Set<number>();
  walk(program, (node) => {
    if (node.type === 'Property' && node.shorthand) starts.add(node.start);
  });
  return starts;
}

import { RUNTIME_NAME, type LiveNames } from '@/lib/notebook';
import type { Edit } from './edits';

/**
 * Turns reads of controls into reads of what they are set to now, so that a loop sees them move, and names each control
 * of the cell's own to the runtime: `const rate = $cell.named("rate", input).slider(...)`.
 */
export function liveReads({ controls, reads }: LiveNames): Edit[] {
  return [
    ...controls.flatMap(({ name, input }) => [
      { at: input.start, text: `${RUNTIME_NAME}.named(${JSON.stringify(name)}, ` },
      { at: input.end, text: ')' },
    ]),
    ...reads.map(({ name, at, shorthand }) => ({
      at,
      // Computed, since a plain `__proto__: …` sets the prototype, as `{ __proto__ }` does not.
      text: `${shorthand ? `[${JSON.stringify(name)}]: ` : ''}${RUNTIME_NAME}.live.`,
    })),
  ];
}

/** Before the first statement: until its control is made, such a name can't be read, as with any `const`. */
export function announceControls({ controls }: LiveNames): string {
  if (controls.length === 0) return '';
  return `${RUNTIME_NAME}.own(${JSON.stringify(controls.map(({ name }) => name))}); `;
}

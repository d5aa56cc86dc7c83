import { LIMITS, charactersOf, type Output } from '@/lib/protocol';

/** How much one run may still show: `LIMITS` caps its outputs, their characters and its figures. */
export type ShowAllowance = {
  /** Counts an output; false when it is past a cap. */
  admit(output: Output): boolean;
  /** Whether the figure's place was admitted. */
  isShown(figure: string): boolean;
};

export function createShowAllowance(): ShowAllowance {
  const shown = new Set<string>();
  let count = 0;
  let characters = 0;
  let figures = 0;
  return {
    admit(output) {
      count += 1;
      characters += charactersOf(output);
      if (output.kind === 'figure') figures += 1;
      const admitted =
        count <= LIMITS.outputs && characters <= LIMITS.characters && figures <= LIMITS.figures;
      if (admitted && output.kind === 'figure') shown.add(output.figure.id);
      return admitted;
    },
    isShown: (figure) => shown.has(figure),
  };
}

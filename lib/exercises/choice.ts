/* The marked choices of an exercise, as they are kept: their places, in order. */

export const writeChoice = (picked: readonly number[]): string =>
  [...new Set(picked)].sort((a, b) => a - b).join(',');

export function readChoice(text: string): number[] {
  return text
    .split(',')
    .filter((part) => /^\d+$/.test(part))
    .map(Number);
}

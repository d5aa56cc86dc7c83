import { classColor } from '../class-shape';
import type { Theme } from '../theme';

const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3], [4, 4], [12, 5]] as const;

/** Of a path, told by dash and by the mark at its tip as well as by colour. */
export const runDash = (index: number): number[] => [...DASHES[index % DASHES.length]!];
export const runColor = (index: number, theme: Theme): string => classColor(index, theme);

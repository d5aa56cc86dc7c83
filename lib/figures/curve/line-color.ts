import type { Theme } from '../theme';
import type { CurveLine } from './scene';

/** Training is ink and solid, validation the accent and dashed. */
export function lineColor(line: CurveLine, theme: Theme): string {
  return line.role === 'training' ? theme.ink : theme.accent;
}

import { diverging, magnitude } from '../ramp';
import type { Theme } from '../theme';
import type { MatrixScene } from './scene';

/** The colour of a value in this matrix; paper for what is not finite. */
export function cellColor(value: number, scene: MatrixScene, theme: Theme): string {
  if (!Number.isFinite(value)) return theme.paper;
  const { low, high } = scene.range;
  if (scene.data.scale === 'magnitude') return magnitude((value - low) / (high - low || 1), theme);
  return diverging(value / (Math.max(high, -low) || 1), theme);
}

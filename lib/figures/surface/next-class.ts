import { choiceOf, type Settings } from '../setting';
import type { SurfaceData } from './fields';

export const CLASS = 'class';

/** Of the next point that is added. */
export function nextClass({ labels }: SurfaceData, settings: Settings): number {
  return Math.max(0, labels.indexOf(choiceOf(settings, CLASS, labels, labels[0] ?? '')));
}

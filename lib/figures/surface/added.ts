import type { Settings, SettingValue } from '../setting';
import type { SurfaceData } from './fields';

/** Points that the reader has added and no run has seen yet. */
export type Added = readonly { x: number; y: number; label: number }[];

const ADDED = 'added';

/*
 * In the settings: how many points the frame had, then x, y and class of each. A frame with another number of points
 * has seen them.
 */

export function addedPoints({ classes }: SurfaceData, settings: Settings): Added {
  const [count, ...numbers] = listOf(settings[ADDED]);
  if (count !== classes.length) return [];
  return Array.from({ length: Math.floor(numbers.length / 3) }, (_, i) => ({
    x: numbers[3 * i]!,
    y: numbers[3 * i + 1]!,
    label: numbers[3 * i + 2]!,
  }));
}

export function withAdded(data: SurfaceData, added: Added, point: Added[number]): Settings {
  const all = [...added, point].flatMap(({ x, y, label }) => [x, y, label]);
  return { [ADDED]: [data.classes.length, ...all] };
}

const listOf = (value: SettingValue | undefined): readonly number[] =>
  Array.isArray(value) ? (value as readonly number[]) : [];

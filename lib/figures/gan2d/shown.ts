import type { History } from '../figure-module';
import { flagOf, type Setting, type Settings } from '../setting';

const PARTS = {
  surface: { label: 'Discriminator', value: true },
  real: { label: 'Real points', value: true },
  generated: { label: 'Generated points', value: true },
  arrows: { label: 'Gradients', value: true },
  grid: { label: 'Warped grid', value: false },
} as const;

type Part = keyof typeof PARTS;
/** Which layers lie on the plane. */
export type Shown = Readonly<Record<Part, boolean>>;

const parts = Object.keys(PARTS) as Part[];

export function shownBy(settings: Settings): Shown {
  const flags = parts.map((part) => [part, flagOf(settings, part, PARTS[part].value)] as const);
  return Object.fromEntries(flags) as Shown;
}

export function gan2dSettings(
  history: History<'gan2d'>,
  at: number,
  settings: Settings,
): readonly Setting[] {
  const shown = shownBy(settings);
  const hasGrid = (history.frames[at]?.data.lines ?? 0) > 1;
  return parts
    .filter((part) => part !== 'grid' || hasGrid)
    .map((part) => ({ key: part, label: PARTS[part].label, kind: 'toggle', value: shown[part] }));
}

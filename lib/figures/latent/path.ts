import type { History } from '../figure-module';
import { choiceOf, numberOf, type Setting, type Settings } from '../setting';

/** A place in the square, each 0 to 1 from its top left. */
export type Spot = { across: number; down: number };

/** Ways through the square, from the start (0) to the end (1) of a walk. */
const PATHS: Readonly<Record<string, (share: number) => Spot>> = {
  'a circle': (share) => ({
    across: 0.5 + 0.5 * Math.cos(2 * Math.PI * share),
    down: 0.5 - 0.5 * Math.sin(2 * Math.PI * share),
  }),
  'corner to corner': (share) => ({ across: share, down: share }),
  'the middle row': (share) => ({ across: share, down: 0.5 }),
};
const NAMES = Object.keys(PATHS);
const STEPS = 48;

export function latentSettings(
  _history: History<'latent'>,
  _at: number,
  settings: Settings,
): readonly Setting[] {
  const walk = numberOf(settings, 'walk', 0, [0, STEPS]);
  return [
    {
      key: 'walk',
      label: 'Walk',
      kind: 'slider',
      min: 0,
      max: STEPS,
      step: 1,
      value: walk,
      text: `${Math.round((100 * walk) / STEPS)} %`,
      plays: 12,
    },
    { key: 'path', label: 'along', kind: 'choice', options: NAMES, value: pathOf(settings) },
  ];
}

const pathOf = (settings: Settings) => choiceOf(settings, 'path', NAMES, NAMES[0]!);

/** Where the walk is. */
export function spotOf(settings: Settings): Spot {
  return PATHS[pathOf(settings)]!(numberOf(settings, 'walk', 0, [0, STEPS]) / STEPS);
}

/** The whole way, to be drawn. */
export function wayOf(settings: Settings): Spot[] {
  const path = PATHS[pathOf(settings)]!;
  return Array.from({ length: STEPS + 1 }, (_, step) => path(step / STEPS));
}

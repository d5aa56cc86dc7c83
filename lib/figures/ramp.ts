import { contrast, luminance, mix } from './color';
import type { Theme } from './theme';

/**
 * Our own tables: the hues of viridis (S. van der Walt and N. Smith, 2015: yellow-green, teal,
 * blue, violet), with lightness falling evenly in OKLab, and calm where they meet the paper.
 * The light one is for light paper, so that more is darker; the dark one for dark paper, so that
 * more is lighter. Zero is the paper itself.
 */
const ON_LIGHT = [
  '#dcebd2',
  '#b3d9bd',
  '#82c3b0',
  '#54a8a6',
  '#358b9b',
  '#316c8f',
  '#3b4b80',
  '#3c2a66',
];
const ON_DARK = [
  '#2a2a44',
  '#3a3c68',
  '#3b5583',
  '#377190',
  '#358e95',
  '#4cab8f',
  '#83c57f',
  '#d3da7c',
];

const STEPS = 128;
type Ramps = { diverging: string[]; magnitude: string[] };
const cache = new WeakMap<Theme, Ramps>();

/** Blue through paper to orange; `share` is value / largest size, -1 to 1. */
export function diverging(share: number, theme: Theme): string {
  return pick(rampsOf(theme).diverging, (share + 1) / 2);
}

/** The one ramp for sizes, 0 to 1; 0 is the end nearest to the paper, in light and in dark. */
export function magnitude(share: number, theme: Theme): string {
  return pick(rampsOf(theme).magnitude, share);
}

/** The first of ink, paper, black and white that reads on `background` by AA, else the one that reads best. */
export function textOn(background: string, theme: Theme): string {
  const inks = [theme.ink, theme.paper].sort(
    (a, b) => contrast(b, background) - contrast(a, background),
  );
  const candidates = [...inks, '#000000', '#ffffff'];
  const best = () =>
    candidates.reduce((a, b) => (contrast(b, background) > contrast(a, background) ? b : a));
  return candidates.find((ink) => contrast(ink, background) >= 4.5) ?? best();
}

function pick(ramp: string[], share: number): string {
  const index = Math.round(Math.min(1, Math.max(0, share)) * STEPS);
  return ramp[index] ?? '#000000';
}

function rampsOf(theme: Theme): Ramps {
  const known = cache.get(theme);
  if (known) return known;
  const shares = Array.from({ length: STEPS + 1 }, (_, i) => i / STEPS);
  const ramps = {
    diverging: shares.map((t) => {
      const share = 2 * t - 1;
      return mix(theme.paper, share < 0 ? theme.negative : theme.positive, Math.abs(share));
    }),
    magnitude: shares.map((t) => magnitudeAt(t, theme)),
  };
  cache.set(theme, ramps);
  return ramps;
}

function magnitudeAt(share: number, theme: Theme): string {
  const table = luminance(theme.paper) < 0.2 ? ON_DARK : ON_LIGHT;
  const stops = [theme.paper, ...table];
  const place = share * (stops.length - 1);
  const index = Math.min(stops.length - 2, Math.floor(place));
  return mix(stops[index] ?? theme.paper, stops[index + 1] ?? theme.ink, place - index);
}

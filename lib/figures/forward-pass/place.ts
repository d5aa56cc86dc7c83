import { sampleOf } from './sample';

/** The drawing's own units: its width is stretched to the page's, its height is in CSS pixels. */
export const WIDTH = 300;
export const HEIGHT = 288;
/** Where the layers stand, as shares of the width; the inputs first. */
export const COLUMNS = [0, 0.35, 0.7, 1] as const;
const SPACING = 36;

export type Place = { x: number; y: number };

/** The centre of the `index`-th drawn unit of a layer with so many units. */
export function placeOf(layer: number, units: number, index: number): Place {
  const drawn = sampleOf(units).length;
  const spacing = Math.min(SPACING, HEIGHT / drawn);
  return { x: WIDTH * COLUMNS[layer]!, y: HEIGHT / 2 + spacing * (index - (drawn - 1) / 2) };
}

/** An edge as SVG path data: level at both ends, with controls at thirds, as the live network's. */
export function curve(from: Place, to: Place): string {
  const third = (to.x - from.x) / 3;
  const height = to.y - from.y;
  return `M${from.x} ${from.y}c${third} 0 ${2 * third} ${height} ${3 * third} ${height}`
    .replace(/(\.\d{2})\d+/g, '$1')
    .replaceAll(' -', '-');
}

import { edgeWidth } from '../network/edge';

/** How an edge of this strength looks: its width in CSS pixels, and the percentage of its colour in the paper's. */
export const lookOf = (strength: number): { width: number; tone: number } => ({
  width: round(edgeWidth(strength), 100),
  tone: round(6 + 94 * Math.min(1, strength) ** 1.6, 1),
});

const round = (value: number, parts: number) => Math.round(value * parts) / parts;

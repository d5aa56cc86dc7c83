import type { Context } from './figure-module';
import type { Theme } from './theme';

/** Sizes of text in a drawing, CSS pixels. */
export const TEXT = { label: 12, small: 11 } as const;

export type TextStyle = {
  color: string;
  size?: number;
  weight?: 400 | 600;
  align?: 'left' | 'center' | 'right';
  baseline?: 'top' | 'middle' | 'alphabetic' | 'bottom';
  /** A rim in this colour, so that text reads across lines. */
  halo?: string;
};

export function drawText(
  context: Context,
  theme: Theme,
  text: string,
  x: number,
  y: number,
  style: TextStyle,
): void {
  context.font = `${style.weight ?? 400} ${style.size ?? TEXT.label}px ${theme.face}`;
  context.textAlign = style.align ?? 'left';
  context.textBaseline = style.baseline ?? 'middle';
  if (style.halo) {
    context.strokeStyle = style.halo;
    context.lineWidth = 4;
    context.lineJoin = 'round';
    context.setLineDash([]);
    context.strokeText(text, x, y);
  }
  context.fillStyle = style.color;
  context.fillText(text, x, y);
}

/** Advance widths in em of the label face, by class of character; layout must not need a context. */
const WIDTHS: [RegExp, number][] = [
  [/[ilj.,:;'|!\u2019]/, 0.27],
  [/[ftr ()[\]-]/, 0.35],
  [/[mwMW%@\u2026]/, 0.88],
  [/[A-Z0-9+\u2212_]/, 0.65],
  [/[\u2E80-\uFFFF]/, 1],
];

/** About how wide a text is, in CSS pixels: within a tenth for words. */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const character of text) {
    em += WIDTHS.find(([pattern]) => pattern.test(character))?.[1] ?? 0.57;
  }
  return em * size;
}

/** The text, or as much of its beginning as fits, with an ellipsis. */
export function fitText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('')}\u2026`, size) > width) {
    characters.pop();
  }
  return `${characters.join('').trimEnd()}\u2026`;
}

import type { Context, Point, Rect } from '../figure-module';
import { TEXT, drawText, textWidth } from '../text';
import type { Theme } from '../theme';

export type Letter = { name: string; at: Point };

const HIGH = 13;
const RING = 6;
const AWAY = 9;

/**
 * Letters at the corners of a grid; where corners have come so close that they would lie over each other, around it,
 * and those that still would, side by side.
 */
export function drawLetters(context: Context, theme: Theme, letters: readonly Letter[]): void {
  const isCrowded = joined(letters).length < letters.length;
  for (const { name, at } of joined(isCrowded ? around(letters) : letters)) {
    letter(context, theme, name, at);
  }
}

const middleOf = (letters: readonly Letter[]): Point => {
  const mean = (of: (at: Point) => number) =>
    letters.reduce((sum, { at }) => sum + of(at), 0) / Math.max(1, letters.length);
  return { x: mean(({ x }) => x), y: mean(({ y }) => y) };
};

/** Moved away from their middle. */
function around(letters: readonly Letter[]): Letter[] {
  const middle = middleOf(letters);
  return letters.map(({ name, at }) => {
    const far = Math.hypot(at.x - middle.x, at.y - middle.y) || 1;
    const along = (from: number, to: number) => to + ((to - from) / far) * AWAY;
    return { name, at: { x: along(middle.x, at.x), y: along(middle.y, at.y) } };
  });
}

/** A grid that has become a point: a ring around it, its letters beside that, and what has happened in words. */
export function drawCollapsed(
  context: Context,
  theme: Theme,
  plane: Rect,
  letters: readonly Letter[],
): void {
  const at = middleOf(letters);
  const isIn =
    at.x >= plane.x &&
    at.y >= plane.y &&
    at.x <= plane.x + plane.width &&
    at.y <= plane.y + plane.height;
  const isLow = at.y > plane.y + plane.height / 2;
  const style = { color: theme.ink, size: TEXT.small, align: 'center', halo: theme.paper } as const;
  const words = isIn ? 'collapsed to nearly a point' : 'collapsed, outside the window';
  const middle = plane.x + plane.width / 2;
  drawText(
    context,
    theme,
    words,
    middle,
    isLow ? plane.y + 12 : plane.y + plane.height - 12,
    style,
  );
  if (!isIn) return;
  context.setLineDash([]);
  context.strokeStyle = theme.ink;
  context.lineWidth = 1.5;
  context.beginPath();
  context.arc(at.x, at.y, RING, 0, 2 * Math.PI);
  context.stroke();
  const names = letters.map(({ name }) => name).join('');
  const half = textWidth(names, TEXT.small) / 2 + 2;
  const x = Math.min(plane.x + plane.width - half, Math.max(plane.x + half, at.x));
  letter(context, theme, names, { x, y: at.y + (isLow ? -1 : 1) * (RING + 9) });
}

function letter(context: Context, theme: Theme, name: string, { x, y }: Point): void {
  const style = { color: theme.ink, size: TEXT.small, weight: 600, align: 'center' } as const;
  drawText(context, theme, name, x, y, { ...style, halo: theme.paper });
}

/** Those that would touch become one word in their middle, until none do. */
function joined(letters: readonly Letter[]): Letter[] {
  const words = [...letters];
  for (let i = 0; i < words.length; i++) {
    const other = words.findIndex((word, j) => j > i && touch(words[i]!, word));
    if (other < 0) continue;
    const [a, b] = [words[i]!, words[other]!];
    const [m, n] = [a.name.length, b.name.length];
    const between = (one: number, two: number) => (one * m + two * n) / (m + n);
    words[i] = {
      name: a.name + b.name,
      at: { x: between(a.at.x, b.at.x), y: between(a.at.y, b.at.y) },
    };
    words.splice(other, 1);
    i = -1;
  }
  return words;
}

function touch(a: Letter, b: Letter): boolean {
  const wide = (textWidth(a.name, TEXT.small) + textWidth(b.name, TEXT.small)) / 2 + 3;
  return Math.abs(a.at.x - b.at.x) < wide && Math.abs(a.at.y - b.at.y) < HIGH;
}

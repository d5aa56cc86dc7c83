import type { Context, Extent } from './figure-module';
import type { Picture } from './drawing';
import { drawText, fitText } from './text';
import type { Theme } from './theme';

const MARGIN = 24;
const HEAD = 64;

/** The size of `drawPoster` in CSS pixels. */
export function posterExtent(picture: Extent): Extent {
  return { width: picture.width + 2 * MARGIN, height: picture.height + HEAD + 2 * MARGIN };
}

/** The drawing as a picture of its own: on paper, with its title and the step under it. */
export function drawPoster(
  context: Context,
  picture: Picture,
  words: { title: string; step: string },
  theme: Theme,
): void {
  const { width, height } = posterExtent(picture);
  context.fillStyle = theme.paper;
  context.fillRect(0, 0, width, height);
  const title = fitText(words.title, 18, picture.width);
  drawText(context, theme, title, MARGIN, MARGIN + 12, { color: theme.ink, size: 18, weight: 600 });
  drawText(context, theme, words.step, MARGIN, MARGIN + 36, { color: theme.inkSoft, size: 13 });
  context.save();
  context.translate(MARGIN, MARGIN + HEAD);
  picture.backdrop?.(context, theme);
  picture.draw(context, theme, null);
  context.restore();
}

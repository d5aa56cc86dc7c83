import type { Rect } from '../figure-module';
import { TEXT, textWidth } from '../text';
import type { ProbabilitiesData } from './data';
import { visible } from './names';

const HEIGHT = 24;

/** A box for each position of the text, in lines that wrap. */
export function textBoxes(
  { positions }: ProbabilitiesData,
  width: number,
): (Rect & { position: number })[] {
  let [x, y] = [0, 2];
  return positions.map(({ text }, position) => {
    const wide = Math.max(20, textWidth(visible(text), TEXT.label) + 12);
    if (x > 0 && x + wide > width) {
      x = 0;
      y += HEIGHT + 4;
    }
    const box = { x, y, width: wide, height: HEIGHT, position };
    x += wide + 2;
    return box;
  });
}

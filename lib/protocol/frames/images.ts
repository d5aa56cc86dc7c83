import { isCount, listOf, oneOf, shape, type Check } from '../check';
import { isName } from '../guard-text';
import { LIMITS } from '../limits';
import { isPixels, type Pixels } from './pixels';

/**
 * `columns` is 0 where the page may choose. `ink` runs from paper to ink, `gray` from black to white, `diverging`
 * around zero, `color` takes three channels as red, green and blue. The range that the colours span is 0 to 1
 * (`unit`), each image's own, or that of `all` images of all frames.
 */
export type ImagesData = {
  pixels: Pixels;
  /** A caption for each image, or none at all. */
  labels: string[];
  columns: number;
  ramp: 'ink' | 'gray' | 'magnitude' | 'diverging' | 'color';
  scale: 'unit' | 'each' | 'all';
};

const imagesShape = shape<ImagesData>({
  pixels: isPixels,
  labels: listOf(isName, LIMITS.images),
  columns: isCount,
  ramp: oneOf('ink', 'gray', 'magnitude', 'diverging', 'color'),
  scale: oneOf('unit', 'each', 'all'),
});

export const isImagesData: Check<ImagesData> = (value): value is ImagesData =>
  imagesShape(value) &&
  (value.labels.length === 0 || value.labels.length === value.pixels.count) &&
  (value.ramp === 'color') === (value.pixels.channels === 3);

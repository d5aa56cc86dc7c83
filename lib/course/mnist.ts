import { checkCounts } from './check-counts';
import type { DataFiles } from './data-files';
import { labelledImages } from './labelled-images';
import type { Data } from './types/data';
import type { LabelledImages, Mnist } from './types/images';

const SIZE = 28;
const PIXELS = SIZE * SIZE;
const LEVELS = 15;
const CLASSES = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
const COUNTS = { train: { usual: 10_000, most: 12_000 }, test: { usual: 2_000, most: 10_000 } };

/** `data.mnist`. What is not asked for is not fetched. */
export function createMnist({ load }: DataFiles): Data['mnist'] {
  return async (options) => {
    const counts = checkCounts('data.mnist', COUNTS, options);
    const parts = (['train', 'test'] as const).filter((part) => counts[part] > 0);
    const files = await load(
      'MNIST',
      parts.map((part) => `mnist/${part}.bin`),
    );
    const images = (part: 'train' | 'test') =>
      readDigits(files[parts.indexOf(part)] ?? new Uint8Array(), counts[part]);
    return { train: images('train'), test: images('test'), classes: [...CLASSES] } satisfies Mnist;
  };
}

/** See `data/mnist/README.md`: a byte for each label, then half a byte for each pixel, the left one first. */
function readDigits(file: Uint8Array, count: number): LabelledImages {
  const size = PIXELS / 2;
  const first = file.length / (1 + size);
  const pixels = new Float32Array(count * PIXELS);
  for (let at = 0; at < count * size; at++) {
    const pair = file[first + at] as number;
    pixels[2 * at] = (pair >> 4) / LEVELS;
    pixels[2 * at + 1] = (pair & 15) / LEVELS;
  }
  const labels = [...file.subarray(0, count)];
  return labelledImages({ pixels, labels, classes: CLASSES.length, shape: [SIZE, SIZE, 1] });
}

import { DIGIT_SIZE, readDigits } from '@/lib/data-formats/digits';
import { checkCounts } from './check-counts';
import type { DataFiles } from './data-files';
import { labelledImages } from './labelled-images';
import type { Data } from './types/data';

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
      labelledImages({
        ...readDigits(files[parts.indexOf(part)] ?? new Uint8Array(), counts[part]),
        classes: CLASSES.length,
        shape: [DIGIT_SIZE, DIGIT_SIZE, 1],
      });
    return { train: images('train'), test: images('test'), classes: [...CLASSES] };
  };
}

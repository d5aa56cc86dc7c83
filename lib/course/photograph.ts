import { PHOTOGRAPH_SIZE, readPhotograph } from '@/lib/data-formats/photograph';
import type { DataFiles } from './data-files';
import * as tf from './tf';
import type { Data } from './types/data';

/** `data.photograph`. Each call makes a tensor of its own, which belongs to the cell. */
export function createPhotograph({ load }: DataFiles): Data['photograph'] {
  return async () => {
    const [file = new Uint8Array()] = await load('the photograph', ['photograph/allium.bin']);
    return tf.tensor4d(readPhotograph(file), [1, PHOTOGRAPH_SIZE, PHOTOGRAPH_SIZE, 1]);
  };
}

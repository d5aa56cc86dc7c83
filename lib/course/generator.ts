import type { DataFiles } from './data-files';
import * as tf from './tf';
import type { Data } from './types/data';

/** Generators that were trained before, and their folders below `data/`. */
const FOLDERS: Readonly<Record<string, string>> = { digits: 'gan-digits' };

type DenseShape = { inputs: number; units: number; activation: 'leakyReLU' | 'sigmoid' };
type About = { noise: number; layers: DenseShape[] };

/** `data.generator`. Each call makes a model of its own. */
export function createGenerator({ load }: DataFiles): Data['generator'] {
  return async (name) => {
    const folder = Object.hasOwn(FOLDERS, name) ? FOLDERS[name] : undefined;
    if (folder === undefined) {
      const names = Object.keys(FOLDERS).join(', ');
      throw new RangeError(`There is no generator “${name}”. There are: ${names}.`);
    }
    const files = [`${folder}/generator.json`, `${folder}/generator.bin`];
    const [about, bytes] = await load(`a generator of ${name}`, files);
    return readGenerator(JSON.parse(new TextDecoder().decode(about)) as About, bytes!);
  };
}

/** See `data/gan-digits/README.md`: of each layer the scales of its units, their biases, and weights as signed bytes. */
function readGenerator({ layers }: About, bytes: Uint8Array): tf.LayersModel {
  const model = tf.sequential({
    layers: layers.flatMap(({ inputs, units, activation }) => [
      tf.layers.dense({ units, inputShape: [inputs] }),
      activation === 'leakyReLU'
        ? tf.layers.leakyReLU({ alpha: 0.2 })
        : tf.layers.activation({ activation }),
    ]),
  });
  let place = 0;
  /** Copied, since numbers of four bytes may not begin anywhere. */
  const take = (length: number) => bytes.slice(place, (place += length)).buffer;
  tf.tidy(() => {
    const weights = layers.flatMap(({ inputs, units }) => {
      const scales = tf.tensor1d(new Float32Array(take(4 * units)));
      const bias = tf.tensor1d(new Float32Array(take(4 * units)));
      const kernel = Float32Array.from(new Int8Array(take(inputs * units)));
      return [tf.mul(tf.tensor2d(kernel, [inputs, units]), scales), bias];
    });
    model.setWeights(weights);
  });
  return model;
}

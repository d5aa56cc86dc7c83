import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a chain of dense layers as data/gan-digits/README.md describes: the shapes as JSON, the numbers as bytes.
 * @param {string} root of the repository
 * @param {import('@tensorflow/tfjs-layers').Sequential} model dense layers, of which each but the last bends by a leaky ReLU
 * @param {{ steps: number, noise: number }} facts
 */
export function writeGenerator(root, model, { steps, noise }) {
  const weights = model.getWeights();
  const shapes = [];
  const parts = [];
  for (let i = 0; i < weights.length; i += 2) {
    const [kernel, bias] = [weights[i], weights[i + 1]];
    const [inputs, units] = kernel.shape;
    const isLast = i + 2 === weights.length;
    shapes.push({ inputs, units, activation: isLast ? 'sigmoid' : 'leakyReLU' });
    parts.push(...packLayer(kernel.dataSync(), bias.dataSync(), units));
  }
  const folder = path.join(root, 'data/gan-digits');
  mkdirSync(folder, { recursive: true });
  const about = { noise, steps, layers: shapes };
  writeFileSync(path.join(folder, 'generator.json'), `${JSON.stringify(about, null, 2)}\n`);
  writeFileSync(path.join(folder, 'generator.bin'), Buffer.concat(parts));
}

/** Of each unit the scale, then its bias, then the weights as signed bytes: a weight is its byte times the unit's scale. */
function packLayer(kernel, bias, units) {
  const scales = new Float32Array(units);
  kernel.forEach((weight, at) => {
    scales[at % units] = Math.max(scales[at % units], Math.abs(weight) / 127);
  });
  const bytes = Int8Array.from(kernel, (weight, at) =>
    Math.round(weight / (scales[at % units] || 1)),
  );
  return [scales, Float32Array.from(bias), bytes].map((list) => Buffer.from(list.buffer));
}

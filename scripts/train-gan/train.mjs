import * as tf from '@tensorflow/tfjs-core';
import { initializers, layers, sequential } from '@tensorflow/tfjs-layers';
import { installFusedOptimizers, installReplay } from '@/lib/devices';
import { startWasm } from '@/lib/devices/testing/start-wasm';
import { readDigits } from './read-digits.mjs';
import { writeGenerator } from './write-generator.mjs';

const BATCH = 64;
const NOISE = 32;
const UNITS = 256;
const RATE = 5e-4;
const DROPPED = 0.3;
/** Real digits are called this, not 1, so that the discriminator is never wholly sure. */
const REAL = 0.9;
/** Of the mean over time that is kept in the end: its part of the past, every so many steps. */
const MEMORY = { share: 0.99, every: 10 };
const TOLD = 500;

let seed = 1;
const dense = (units, rest) =>
  layers.dense({ units, kernelInitializer: initializers.glorotUniform({ seed: seed++ }), ...rest });
const leaky = () => layers.leakyReLU({ alpha: 0.2 });

const makeGenerator = () =>
  sequential({
    layers: [
      dense(UNITS, { inputShape: [NOISE] }),
      leaky(),
      dense(28 * 28, { activation: 'sigmoid' }),
    ],
  });
const makeDiscriminator = () =>
  sequential({
    layers: [
      dense(UNITS, { inputShape: [28 * 28] }),
      leaky(),
      layers.dropout({ rate: DROPPED }),
      dense(1, { activation: 'sigmoid' }),
    ],
  });

/** @param {{ root: string, steps: number }} options */
export async function train({ root, steps }) {
  await startWasm();
  installFusedOptimizers();
  installReplay();
  Math.random = seeded(1);
  const digits = tf.tensor2d(readDigits(root), [12_000, 28 * 28]);
  const players = makePlayers();
  for (let step = 1; step <= steps; step++) {
    const losses = await trainStep(players, digits);
    if (step % MEMORY.every === 0) remember(players);
    if (step % TOLD === 0 || step === steps) {
      console.log(
        `step ${step}: discriminator ${losses[0].toFixed(3)}, generator ${losses[1].toFixed(3)}`,
      );
      writeGenerator(root, players.mean, { steps: step, noise: NOISE });
    }
  }
}

function makePlayers() {
  const [generator, discriminator, mean] = [makeGenerator(), makeDiscriminator(), makeGenerator()];
  mean.setWeights(generator.getWeights());
  const compiled = () => ({ optimizer: tf.train.adam(RATE, 0.5), loss: 'binaryCrossentropy' });
  discriminator.compile(compiled());
  discriminator.trainable = false;
  const both = sequential({ layers: [generator, discriminator] });
  both.compile(compiled());
  const verdicts = tf.concat([tf.fill([BATCH, 1], REAL), tf.zeros([BATCH, 1])]);
  return { generator, discriminator, both, mean, verdicts, real: tf.ones([BATCH, 1]) };
}

/** One step of the discriminator, then one of the generator. @returns both losses */
async function trainStep({ generator, discriminator, both, verdicts, real }, digits) {
  const batch = tf.tidy(() => {
    const chosen = Int32Array.from({ length: BATCH }, () =>
      Math.floor(Math.random() * digits.shape[0]),
    );
    const made = generator.predict(tf.randomNormal([BATCH, NOISE]));
    return tf.concat([tf.gather(digits, tf.tensor1d(chosen, 'int32')), made]);
  });
  discriminator.trainable = true;
  const lossD = await discriminator.trainOnBatch(batch, verdicts);
  discriminator.trainable = false;
  const noise = tf.randomNormal([BATCH, NOISE]);
  const lossG = await both.trainOnBatch(noise, real);
  tf.dispose([batch, noise]);
  return [lossD, lossG];
}

/** The weights of single steps swing; their mean over time gives cleaner digits. */
function remember({ generator, mean }) {
  tf.tidy(() => {
    const now = generator.getWeights();
    mean.setWeights(
      mean
        .getWeights()
        .map((old, i) => tf.add(tf.mul(old, MEMORY.share), tf.mul(now[i], 1 - MEMORY.share))),
    );
  });
}

/** Mulberry32, by T. Ettinger, in the public domain. */
function seeded(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

import type { FrameData } from '@/lib/protocol';
import { LIMITS } from '@/lib/protocol';
import { checkLength } from './check-size';
import { gan2dPoints, planeGrid, windowAround, type Points } from './gan2d-points';
import { toThousandths } from './gan2d-units';
import { applyPlayer, checkPlayer, endsLinear } from './player';
import { readFloats } from './read-values';
import type { Soon } from './soon';
import { allSoon, mapSoon } from './soon';
import * as tf from './tf';
import type { Gan2dOptions } from './types/gan';

type Gan2dData = FrameData['gan2d'];

/** Both players, ready to be drawn as often as wanted. */
export type Gan2dReader = { read(note: string): Promise<Gan2dData> };

const SIDE = 32;
const LINES = 11;
/** Keras's and TensorFlow.js's own, so that a logarithm of 0 stays finite. */
const EPSILON = 1e-7;

/**
 * @param caller what the reader called, for errors
 * @throws {TypeError} if one of the players is none, or points and noise are not lists of numbers.
 */
export function gan2dReader(options: Gan2dOptions, caller: string): Gan2dReader {
  checkPlayer(options.generator, 'generator', caller);
  checkPlayer(options.discriminator, 'discriminator', caller);
  const points = allSoon([
    gan2dPoints(options.real, 'real', caller, 2),
    gan2dPoints(options.latent, 'latent', caller),
  ]);
  const players = playersOf(options, caller);
  return {
    async read(note) {
      const said = checkLength(`${caller}: the note`, note, LIMITS.name);
      const [real, latent] = await points;
      return readFrame(players, real!, latent!, options.window, said);
    },
  };
}

type Players = { generate(noise: tf.Tensor): tf.Tensor; judge(points: tf.Tensor): tf.Tensor };

function playersOf(options: Gan2dOptions, caller: string): Players {
  const logits = options.logits ?? endsLinear(options.discriminator);
  return {
    generate: (noise) =>
      applyPlayer(options.generator, noise, { caller, what: 'generator', gives: 2 }),
    judge(points) {
      const given = applyPlayer(options.discriminator, points, {
        caller,
        what: 'discriminator',
        gives: 1,
      });
      return logits ? tf.sigmoid(given) : given;
    },
  };
}

function readFrame(
  { generate, judge }: Players,
  real: Points,
  latent: Points,
  wanted: readonly [number, number] | undefined,
  note: string,
): Soon<Gan2dData> {
  const window = windowAround(real, wanted);
  const [span, isPlane] = [spanOf(latent), latent.size === 2];
  const parts: Soon<Float32Array>[] = [];
  tf.tidy(() => {
    const noise = tensorOf(latent);
    const made = generate(isPlane ? tf.concat([noise, planeGrid([-span, span], LINES)]) : noise);
    const generated = tf.slice(made, [0, 0], [latent.count, 2]);
    const surface = planeGrid(window, SIDE, true);
    const judged = judge(tf.concat([generated, tensorOf(real), surface]));
    const liking = (points: tf.Tensor) => tf.sum(tf.log(tf.add(judge(points), EPSILON)));
    for (const tensor of [made, judged, tf.grad(liking)(generated)]) parts.push(readFloats(tensor));
  });
  return mapSoon(allSoon(parts), ([made, judged, pulls]) => {
    const places = toThousandths(made!, window);
    const scores = judged!.subarray(0, latent.count);
    const onReal = judged!.subarray(latent.count, latent.count + real.count);
    const steepest = longest(pulls!);
    return {
      window,
      real: toThousandths(real.values, window),
      generated: places.slice(0, 2 * latent.count),
      noise: isPlane ? toThousandths(latent.values, [-span, span]) : new Int16Array(0),
      scores: toBytes(scores),
      arrows: toThousandths(pulls!, [-steepest || -1, steepest || 1]),
      steepest,
      side: SIDE,
      surface: toBytes(judged!.subarray(latent.count + real.count)),
      lines: isPlane ? LINES : 0,
      span,
      grid: places.slice(2 * latent.count),
      means: [
        mean(onReal),
        mean(scores),
        lossOf(onReal) + lossOf(scores.map((p) => 1 - p)),
        lossOf(scores),
      ],
      note,
    };
  });
}

const tensorOf = ({ values, count, size }: Points) => tf.tensor2d(values, [count, size]);

/** The grid of noise reaches as far as the noise does. */
function spanOf({ values }: Points): number {
  return Math.ceil(10 * values.reduce((most, value) => Math.max(most, Math.abs(value)), 0.1)) / 10;
}

function longest(pairs: Float32Array): number {
  let most = 0;
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const length = Math.hypot(pairs[i]!, pairs[i + 1]!);
    if (length > most) most = length;
  }
  return most;
}

const toBytes = (shares: Float32Array) =>
  Uint8Array.from(shares, (share) => Math.round(255 * Math.min(1, Math.max(0, share))));

const mean = (values: Float32Array) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean of -ln p. */
const lossOf = (shares: Float32Array) => mean(shares.map((p) => -Math.log(Math.max(p, EPSILON))));

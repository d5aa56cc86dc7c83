/**
 * GAN Lab's default networks and settings (poloclub/ganlab, src/ganlab.html, src/ganlab.ts): uniform noise in the plane;
 * generator 2-8-8-2, ReLU and tanh; discriminator 2-8-8-1, ReLU and sigmoid; batches of 150; plain gradient descent at
 * 0.1 on the log loss. What its page counts as one epoch, and `steps` counts here, is two updates of the discriminator
 * and one of the generator.
 */
export const GAN = { batch: 150, hidden: 8, discriminatorUpdates: 2, rate: 0.1, pool: 12_000 };

/**
 * Times a reader's loop that trains the two. Plain TensorFlow.js that uses nothing but its arguments. Not timed: making
 * networks and points, and one step before.
 * @param {typeof import('@tensorflow/tfjs')} tf
 * @param {{ batch: number, hidden: number, discriminatorUpdates: number, rate: number, pool: number, steps: number }} work
 *   `pool`: how many points and noises are drawn at first; the batches go round in them, as GAN Lab's do
 * @param {{ every: number, view(players: object): { add(step: number): Promise<void> } }} [drawn] what draws the two, and
 *   after how many steps each time
 * @returns {Promise<{ ms: number, loss: number, device: string }>} the loss of the discriminator
 */
export async function timeGan(tf, work, drawn) {
  const { batch, hidden, pool, steps } = work;
  const layersOf = (sizes, seed) =>
    sizes.slice(1).map((units, i) => ({
      weights: tf.variable(
        tf.randomNormal([sizes[i], units], 0, Math.sqrt(1 / sizes[i]), 'float32', seed + i),
      ),
      bias: tf.variable(tf.zeros([units])),
    }));
  const generatorLayers = layersOf([2, hidden, hidden, 2], 1);
  const discriminatorLayers = layersOf([2, hidden, hidden, 1], 11);
  const through = (layers, input) =>
    layers.reduce((values, { weights, bias }, i) => {
      const sum = values.matMul(weights).add(bias);
      return i < layers.length - 1 ? sum.relu() : sum;
    }, input);
  const generator = (noise) => through(generatorLayers, noise).tanh();
  const discriminator = (points) => through(discriminatorLayers, points).sigmoid();
  const variablesOf = (layers) => layers.flatMap(({ weights, bias }) => [weights, bias]);

  const noise = tf.randomUniform([pool, 2], -1, 1, 'float32', 3);
  const points = tf.tidy(() => {
    const angle = tf.randomUniform([pool, 1], 0, 2 * Math.PI, 'float32', 4);
    return tf.concat([angle.cos(), angle.sin()], 1).mul(0.3).add(0.5);
  });
  let place = 0;
  const next = (from) => {
    place = (place + batch) % (pool - batch);
    return from.slice(place, batch);
  };

  const discriminatorOptimizer = tf.train.sgd(work.rate);
  const generatorOptimizer = tf.train.sgd(work.rate);
  const discriminatorLoss = () => {
    const real = discriminator(next(points)).log().mean();
    const fake = tf
      .sub(1, discriminator(generator(next(noise))))
      .log()
      .mean();
    return real.add(fake).neg();
  };
  const generatorLoss = () =>
    discriminator(generator(next(noise)))
      .log()
      .mean()
      .neg();
  const step = () => {
    let loss;
    for (let i = 0; i < work.discriminatorUpdates; i++) {
      loss?.dispose();
      loss = tf.tidy(() =>
        discriminatorOptimizer.minimize(discriminatorLoss, true, variablesOf(discriminatorLayers)),
      );
    }
    tf.tidy(() => {
      generatorOptimizer.minimize(generatorLoss, false, variablesOf(generatorLayers));
    });
    return loss;
  };

  let loss = step();
  await loss.data();
  const [real, latent] = [points, noise].map((from) => from.slice(0, batch));
  const view = drawn?.view({ generator, discriminator, real, latent });
  const start = performance.now();
  for (let i = 0; i < steps; i++) {
    loss.dispose();
    loss = step();
    if (drawn && i % drawn.every === 0) await view.add(i);
  }
  const [last] = await loss.data();
  await generatorLayers[0].weights.data();
  const ms = performance.now() - start;

  tf.dispose([...variablesOf(generatorLayers), ...variablesOf(discriminatorLayers)]);
  tf.dispose([noise, points, real, latent, loss]);
  return { ms, loss: last, device: tf.getBackend() };
}

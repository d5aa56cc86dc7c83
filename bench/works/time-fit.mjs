/**
 * Times one training by `fit`. It is plain TensorFlow.js, and its text is what stands in our cell and in the bare worker
 * alike, so it may use nothing but its arguments. Not timed: making the model and the data, and one batch trained before,
 * which compiles shaders. Timed: `fit`, until the weights can be read.
 * @param {typeof import('@tensorflow/tfjs')} tf
 * @param {import('./works.mjs').Work} work
 * @param {object} [settings] of `fit`, over its defaults
 * @returns {Promise<{ ms: number, firstBatch: number, loss: number, device: string }>} `firstBatch`: of the one before
 */
export async function timeFit(tf, work, settings) {
  const { layers, rows, batch, epochs } = work;
  const model = tf.sequential();
  layers.forEach(({ kind, ...config }, i) =>
    model.add(tf.layers[kind](i === 0 ? { ...config, inputShape: work.input } : config)),
  );
  model.compile({ optimizer: tf.train[work.optimizer](work.rate), loss: work.loss });

  const x = tf.randomNormal([rows, ...work.input], 0, 1, 'float32', 1);
  const y = tf.tidy(() => {
    if (work.target === 'one of ten')
      return tf.oneHot(tf.randomUniform([rows], 0, 10, 'int32', 2), 10).toFloat();
    const mean = x.reshape([rows, -1]).mean(1, true);
    if (work.target === 'a number') return mean;
    const above = mean.greater(0).toFloat();
    return work.target === 'yes or no' ? above : above.mul(2).sub(1);
  });

  const firstX = x.slice(0, batch);
  const firstY = y.slice(0, batch);
  const begin = performance.now();
  await model.fit(firstX, firstY, { batchSize: batch, epochs: 1, verbose: 0, ...settings });
  await model.getWeights()[0].data();
  const firstBatch = performance.now() - begin;

  const start = performance.now();
  const history = await model.fit(x, y, { batchSize: batch, epochs, verbose: 0, ...settings });
  await model.getWeights()[0].data();
  const ms = performance.now() - start;

  model.dispose();
  tf.dispose([x, y, firstX, firstY]);
  return { ms, firstBatch, loss: history.history.loss.at(-1), device: tf.getBackend() };
}

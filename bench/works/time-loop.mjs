/**
 * Times the same training as a reader's own loop over `optimizer.minimize`. Like `timeFit` it is plain TensorFlow.js that
 * uses nothing but its arguments, and it leaves out the same: the model, the data, and one batch trained before.
 * @param {typeof import('@tensorflow/tfjs')} tf
 * @param {import('./works.mjs').Work} work with one answer an example
 * @returns {Promise<{ ms: number, firstBatch: number, loss: number, device: string }>} `firstBatch`: of the one before
 */
export async function timeLoop(tf, work) {
  const { layers, rows, batch, epochs } = work;
  const model = tf.sequential();
  layers.forEach(({ kind, ...config }, i) =>
    model.add(tf.layers[kind](i === 0 ? { ...config, inputShape: work.input } : config)),
  );
  const optimizer = tf.train[work.optimizer](work.rate);
  const lossOf = work.loss === 'meanSquaredError' ? 'meanSquaredError' : 'logLoss';

  const x = tf.randomNormal([rows, ...work.input], 0, 1, 'float32', 1);
  const y = tf.tidy(() => {
    const mean = x.reshape([rows, -1]).mean(1, true);
    if (work.target === 'a number') return mean;
    const above = mean.greater(0).toFloat();
    return work.target === 'yes or no' ? above : above.mul(2).sub(1);
  });

  const step = (from) =>
    tf.tidy(() => {
      const size = Math.min(batch, rows - from);
      const inputs = x.slice(from, size);
      const answers = y.slice(from, size);
      return optimizer.minimize(() => tf.losses[lossOf](answers, model.apply(inputs)), true);
    });

  const begin = performance.now();
  let loss = step(0);
  await loss.data();
  const firstBatch = performance.now() - begin;
  const start = performance.now();
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let from = 0; from < rows; from += batch) {
      loss.dispose();
      loss = step(from);
    }
  }
  const [last] = await loss.data();
  await model.getWeights()[0].data();
  const ms = performance.now() - start;

  model.dispose();
  optimizer.dispose();
  tf.dispose([x, y, loss]);
  return { ms, firstBatch, loss: last, device: tf.getBackend() };
}

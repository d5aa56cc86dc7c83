import { describe, expect, it } from 'vitest';
import { analyze } from './analyze';

describe('what a cell trains', () => {
  it.each<[source: string, trains: string]>([
    ['await model.fit(xs, ys)', 'model'],
    ['const history = await model.fit(xs, ys, { epochs: 2 })', 'model'],
    ['model.fit(xs, ys).then((history) => show.curve(history))', 'model'],
    ['await model.fitDataset(batches, {})', 'model'],
    ['for (const batch of batches) await model.trainOnBatch(batch.xs, batch.ys)', 'model'],
    ['model.layers[0].setWeights([w])', 'model'],
    ['model.getLayer("hidden").setWeights([w])', 'model'],
    ['model.layers.at(-1)!.setWeights([w])', 'model'],
    ['net.generator.fit(x, y); net.critic.fit(x, y)', 'net'],
    ['model?.fit(x, y)', 'model'],
    ['(model as tf.Sequential).fit(x, y)', 'model'],
    ['weight.assign(tf.zeros([1]))', 'weight'],
    ['xs.dispose(); model.dispose()', 'xs model'],
    ['const train = async () => { await model.fit(x, y) }', 'model'],
    ['b.fit(x); a.fit(x); b.fit(x)', 'b a'],
    ['model.predict(xs).dispose()', ''],
    ['model.evaluate(xs, ys)[0].dispose()', ''],
    ['const model = build(); model.fit(x, y)', ''],
    ['models.forEach((model) => model.fit(x, y))', ''],
    ['{ const model = build(); model.fit(x, y) }', ''],
    ['model.predict(xs); model.summary(); model.compile({})', ''],
    ['fit(model); const o = { fit: model.fit }', ''],
    ["model['fit'](x, y)", ''],
  ])('%s', (source, trains) => {
    expect(analyze(source).trains.join(' ')).toBe(trains);
  });
});

describe('whether a cell trains anything', () => {
  it.each<[source: string, does: boolean]>([
    ['const model = build(); await model.fit(x, y)', true],
    ['models.forEach((model) => model.trainOnBatch(x, y))', true],
    ['await build().fitDataset(batches, {})', true],
    ['for (const _ of rounds) tf.train.sgd(rate).minimize(loss)', true],
    ['optimizer?.applyGradients(grads)', true],
    ['function train(model) { return model.fit(x, y) }', true],
    ['model.predict(xs); model.summary(); xs.dispose()', false],
    ['const o = { fit: 1 }; o.fit; fit(model)', false],
    ["show.text('model.fit(x)') // model.fit(x)", false],
  ])('%s', (source, does) => {
    expect(analyze(source).callsTraining).toBe(does);
  });

  it('is not so of text that can’t be parsed', () => {
    expect(analyze('model.fit(').callsTraining).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { analyze } from './analyze';

describe('names that hold functions', () => {
  it.each<[source: string, captures: string]>([
    ['function predict(x) { return model.predict(x) }', 'predict'],
    ['async function train() {} function* steps() {}', 'train steps'],
    ['class Trainer { step() { model.fit() } }', 'Trainer'],
    ['const predict = (x: tf.Tensor) => model.predict(x)', 'predict'],
    ['const f = async function () {}, K = class {}', 'f K'],
    ['const tools = { score() { return model }, rate: 1 }', 'tools'],
    ['const all = [1, { deep: () => model }]', 'all'],
    ['let f = fast ? () => a : () => b', 'f'],
    ['const score = tf.tidy(() => model.predict(x))', ''],
    ['const history = await model.fit(x, y, { callbacks: { onEpochEnd: () => {} } })', ''],
    ['const copy = { ...tools }, pair = { model }', ''],
    ['{ function inner() {} }', ''],
  ])('%s', (source, captures) => {
    expect(analyze(source).captures?.join(' ')).toBe(captures);
  });
});

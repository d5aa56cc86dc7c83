import { describe, expect, it } from 'vitest';
import { ACTIVATIONS, type NetworkLayer } from '@/lib/protocol';
import { activationOf } from './activation';
import { forward, forwardOne } from './forward';

const dense = (
  inputs: number,
  kernel: number[],
  bias: number[],
  activation: string,
): NetworkLayer => ({
  name: 'dense',
  activation,
  inputs,
  units: bias.length,
  kernel: Float32Array.from(kernel),
  bias: Float32Array.from(bias),
});

describe('a forward pass', () => {
  // By hand: the sums are 1*2 + 2*(-1) + 0.5 = 0.5 and 1*0.25 + 2*0.5 - 2 = -0.75; ReLU; then 3*0.5 - 1 = 0.5.
  const layers = [
    dense(2, [2, 0.25, -1, 0.5], [0.5, -2], 'relu'),
    dense(2, [3, 7], [-1], 'sigmoid'),
  ];

  it('gives what comes out by hand', () => {
    const [inputs, hidden, answer] = forwardOne(layers, [1, 2]);
    expect(inputs).toEqual([1, 2]);
    expect(hidden).toEqual([0.5, 0]);
    expect(answer?.[0]).toBeCloseTo(1 / (1 + Math.exp(-0.5)), 6);
  });

  it('gives each of many examples what it gets alone', () => {
    const xs = [Float32Array.of(1, -3, 0.5), Float32Array.of(2, 0, 4)];
    const answers = forward(layers, xs)[2]?.[0];
    [0, 1, 2].forEach((i) => {
      const alone = forwardOne(layers, [xs[0]![i]!, xs[1]![i]!])[2]?.[0];
      expect(answers?.[i]).toBeCloseTo(alone ?? NaN, 6);
    });
  });

  it('shares one out by softmax, also of sums whose powers overflow', () => {
    const softmax = [dense(1, [0, Math.log(3)], [0, 0], 'softmax')];
    const [quarter = NaN, rest = NaN] = forwardOne(softmax, [1])[1] ?? [];
    expect(quarter).toBeCloseTo(0.25, 6);
    expect(rest).toBeCloseTo(0.75, 6);
    expect(forwardOne([dense(1, [1000, 999], [0, 0], 'softmax')], [1])[1]?.[0]).toBeCloseTo(
      1 / (1 + Math.exp(-1)),
      6,
    );
  });
});

describe('activations', () => {
  // Values at -1 and 2 from the formulas in TensorFlow's documentation, computed with bc.
  it.each([
    ['linear', -1, 2],
    ['relu', 0, 2],
    ['relu6', 0, 2],
    ['elu', -0.632121, 2],
    ['selu', -1.111331, 2.101402],
    ['sigmoid', 0.268941, 0.880797],
    ['hardSigmoid', 0.3, 0.9],
    ['softplus', 0.313262, 2.126928],
    ['softsign', -0.5, 0.666667],
    ['tanh', -0.761594, 0.964028],
    ['swish', -0.268941, 1.761594],
    ['mish', -0.303401, 1.943959],
  ])('%s', (name, low, high) => {
    expect(activationOf(name).of(-1)).toBeCloseTo(low, 5);
    expect(activationOf(name).of(2)).toBeCloseTo(high, 5);
  });

  it('stays within the range that it says, for all that are known', () => {
    for (const name of ACTIVATIONS.filter((one) => one !== 'softmax')) {
      const { of, range } = activationOf(name);
      if (!range) continue;
      for (const z of [-50, -3, -0.1, 0, 0.1, 3, 50]) {
        expect(Math.abs(of(z) - range.middle), `${name} at ${z}`).toBeLessThanOrEqual(range.reach);
      }
    }
  });
});

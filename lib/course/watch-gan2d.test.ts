import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { fakeHost } from './testing/fake-host';
import { expectNoLeaks } from './testing/no-leaks';
import * as tf from './tf';
import type { Gan2dOptions } from './types/gan';
import { createWatch } from './watch';

/** A generator that turns the plane by a quarter, and a discriminator that likes the right: D = sigmoid(2 x). */
function players() {
  const generator = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [2] })] });
  const discriminator = tf.sequential({
    layers: [tf.layers.dense({ units: 1, activation: 'sigmoid', inputShape: [2] })],
  });
  tf.tidy(() => {
    generator.setWeights([tf.tensor2d([[0, 1], [-1, 0]]), tf.zeros([2])]); // prettier-ignore
    discriminator.setWeights([tf.tensor2d([[2], [0]]), tf.zeros([1])]);
  });
  return { generator, discriminator };
}

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

async function frameOf(over: Partial<Gan2dOptions> = {}, note?: string) {
  const host = fakeHost();
  const own = players();
  const view = createWatch(host).gan2d({
    ...own,
    real: [[1, 1], [-1, -1]], // prettier-ignore
    latent: [[0.5, 0.25], [-1, 0]], // prettier-ignore
    window: [-2, 2],
    ...over,
  });
  await expectNoLeaks(() => view.add(3, note));
  own.generator.dispose();
  own.discriminator.dispose();
  return { host, data: host.framesOf('gan2d')[0]!.data };
}

describe('watch.gan2d', () => {
  it('places real and generated points, and the noise that these are made from', async () => {
    const { data, host } = await frameOf({ title: 'Mine' }, 'G moved');
    // Half a side is 2: 1 is 500 thousandths of it. (0.5, 0.25) turns to (-0.25, 0.5), (-1, 0) to (0, -1).
    expect([...data.real]).toEqual([500, 500, -500, -500]);
    expect([...data.generated]).toEqual([-125, 250, 0, -500]);
    expect([data.span, ...data.noise]).toEqual([1, 500, 250, -1000, 0]);
    expect(data.note).toBe('G moved');
    expect(host.framesOf('gan2d')[0]!.step).toBe(3);
    expect((await host.outputs())[0]).toMatchObject({ figure: { kind: 'gan2d', title: 'Mine' } });
  });

  it('judges points and the plane, from the top left', async () => {
    const { data } = await frameOf();
    expect([...data.scores]).toEqual([sigmoid(-0.5), 0.5].map((p) => Math.round(255 * p)));
    const { side, surface } = data;
    const left = -2 + (0.5 / side) * 4;
    expect(surface[0]).toBe(Math.round(255 * sigmoid(2 * left)));
    expect(surface[side - 1]).toBe(Math.round(255 * sigmoid(-2 * left)));
    expect(surface[side * (side - 1)]).toBe(surface[0]);
  });

  it('pulls points the way in which -ln D falls', async () => {
    const { data } = await frameOf();
    // d ln D / dx = (1 - D) 2: at x = -0.25 and at 0, along x alone.
    const pulls = [2 * (1 - sigmoid(-0.5)), 2 * (1 - 0.5)];
    expect(data.steepest).toBeCloseTo(pulls[0]!, 5);
    expect([...data.arrows]).toEqual([1000, 0, Math.round((1000 * pulls[1]!) / pulls[0]!), 0]);
  });

  it('bends the grid of noise, whose first corner is at the top left', async () => {
    const { data } = await frameOf();
    // (-1, 1) turns to (-1, -1), which is half way to the corner of the window.
    expect([...data.grid.subarray(0, 2)]).toEqual([-500, -500]);
    expect(data.grid).toHaveLength(2 * data.lines ** 2);
  });

  it('means what it says of the losses', async () => {
    const { data } = await frameOf();
    const real = [sigmoid(2), sigmoid(-2)];
    const made = [sigmoid(-0.5), 0.5];
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value) / values.length;
    expect(data.means[0]).toBeCloseTo(mean(real), 5);
    expect(data.means[1]).toBeCloseTo(mean(made), 5);
    const lossD = mean(real.map((p) => -Math.log(p))) + mean(made.map((p) => -Math.log(1 - p)));
    expect(data.means[2]).toBeCloseTo(lossD, 5);
    expect(data.means[3]).toBeCloseTo(mean(made.map((p) => -Math.log(p))), 5);
  });

  it('takes functions, noise of any size, and a discriminator that gives logits', async () => {
    const { data } = await frameOf({
      generator: (noise) => tf.slice(noise, [0, 0], [-1, 2]),
      discriminator: (points) => tf.mul(2, tf.slice(points, [0, 0], [-1, 1])),
      latent: [[0.5, 0.25, 9]],
      logits: true,
    });
    expect([...data.generated]).toEqual([250, 125]);
    expect(data.scores[0]).toBe(Math.round(255 * sigmoid(1)));
    expect([data.lines, data.noise.length, data.grid.length]).toEqual([0, 0, 0]);
  });

  it('finds a window around the real points', async () => {
    const { data } = await frameOf({ window: undefined });
    expect(data.window).toEqual([-1.3, 1.3]);
  });

  it('says what is wrong', async () => {
    const watch = createWatch(fakeHost());
    const own = players();
    const good = { ...own, real: [[0, 1]], latent: [[0, 1]] };
    expect(() => watch.gan2d({ ...good, generator: 3 as never })).toThrow('needs a generator');
    expect(() => watch.gan2d({ ...good, real: [[1, 2, 3]] })).toThrow('real is a tensor of shape');
    expect(() => watch.gan2d({ ...good, latent: [] })).toThrow('latent is a tensor of shape');
    await expect(watch.gan2d(good).add(NaN)).rejects.toThrow('needs the step first');
    const turned = watch.gan2d({ ...good, discriminator: own.generator });
    await expect(turned.add(1)).rejects.toThrow(
      'the discriminator has to give the shape [batch, 1], but gave [1026, 2]. Let its last layer have 1 unit.',
    );
  });
});

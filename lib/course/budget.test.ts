import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { createBudget } from './budget';
import { createRunClock } from './run-clock';
import { fakeHost } from './testing/fake-host';
import * as tf from './tf';
import type { BudgetOptions } from './types/budget';

/** 16 examples, so 4 batches of 4 an epoch. */
const x = tf.range(0, 16).reshape([16, 1]);
const BATCHES = 4;

function world() {
  const host = fakeHost();
  let time = 0;
  const clock = createRunClock(host.run, () => time);
  const budget = createBudget(host, clock);
  const pass = (seconds: number) => void (time += seconds * 1000);

  /** Trains with batches that take so many seconds each; gives how many epochs and batches there were. */
  async function fit(
    epochs: number,
    callback: tf.Callback,
    batchSeconds: (batch: number) => number,
  ) {
    const model = tf.sequential({
      layers: [tf.layers.dense({ units: 1, inputShape: [1], kernelInitializer: 'zeros' })],
    });
    model.compile({ loss: 'meanSquaredError', optimizer: tf.train.sgd(0.001) });
    let batches = 0;
    // The first callback: its time is the batch's.
    const slow = new tf.CustomCallback({
      onBatchEnd: async () => pass(batchSeconds(batches++)),
    });
    const { epoch } = await model.fit(x, x, {
      epochs,
      batchSize: 4,
      shuffle: false,
      callbacks: [slow, callback] as tf.Callback[],
    });
    const weight = (model.getWeights()[0] as tf.Tensor).dataSync()[0];
    return { epochs: epoch.length, batches, weight };
  }

  const notices = async () =>
    (await host.outputs()).flatMap((output) => (output.kind === 'notice' ? output.text : []));
  return { host, clock, budget, pass, fit, notices };
}

describe('a budget for fit', () => {
  it('changes nothing where there is time', async () => {
    const { budget, fit, notices } = world();
    const free = await fit(10, new (class extends tf.Callback {})(), () => 1);
    // 40 batches of a second take 40 seconds to the millisecond.
    const limited = await fit(10, budget({ seconds: 80 }), () => 1);
    expect(limited).toEqual(free);
    expect(limited.batches).toBe(10 * BATCHES);
    expect(await notices()).toEqual([]);
  });

  it('trains no epoch that would not end in time, and says so', async () => {
    const { budget, fit, notices } = world();
    // After 5 epochs 20 of 22 seconds are over, and the sixth takes 4.
    const { epochs, batches } = await fit(10, budget({ seconds: 22 }), () => 1);
    expect({ epochs, batches }).toEqual({ epochs: 5, batches: 20 });
    expect(await notices()).toEqual([
      'Stopped after 5 of 10 epochs, to end within 22 s on this device. So the numbers may differ from those in the text. To train to the end, raise seconds.',
    ]);
  });

  it('is not misled by slow first batches, in which devices are tried', async () => {
    const { budget, fit } = world();
    // 5 + 5 + 1 + 1 = 12 s, then 4 s an epoch: 6 more end at 36 of 37.
    const { epochs } = await fit(20, budget({ seconds: 37 }), (batch) => (batch < 2 ? 5 : 1));
    expect(epochs).toBe(7);
  });

  it('counts what an epoch ends with, such as validation', async () => {
    const { budget, fit } = world();
    // The last batch of each epoch takes 3 s more: 7 s an epoch, so 2 end at 14 of 20, and a third would at 21.
    const { epochs } = await fit(20, budget({ seconds: 20 }), (batch) => (batch % 4 === 3 ? 4 : 1));
    expect(epochs).toBe(2);
  });

  it('stops within an epoch when the time is up', async () => {
    const { budget, fit, notices } = world();
    const { batches } = await fit(10, budget({ seconds: 3 }), () => 1);
    // A fourth batch would end at 4 s.
    expect(batches).toBe(3);
    expect((await notices())[0]).toContain('Stopped within the first of 10 epochs');
  });

  it('says what several trainings have in common once in each run', async () => {
    const { host, budget, fit, notices } = world();
    for (let training = 0; training < 3; training++)
      await fit(10, budget({ seconds: 22 }), () => 1);
    expect(await notices()).toHaveLength(1);
    host.nextRun();
    await fit(10, budget({ seconds: 22 }), () => 1);
    expect(await notices()).toHaveLength(2);
  });

  it('gives several trainings of a run one time, and those of another run the same anew', async () => {
    const { host, budget, fit } = world();
    const shared = budget({ seconds: 22 });
    expect((await fit(3, shared, () => 1)).epochs).toBe(3);
    // 12 of 22 s are over.
    expect((await fit(10, shared, () => 1)).epochs).toBe(2);
    host.nextRun();
    expect((await fit(10, shared, () => 1)).epochs).toBe(5);
  });
});

describe('a budget for a loop', () => {
  it('counts its steps from 1 to the last, where there is time', async () => {
    const { host, budget, pass, notices } = world();
    const steps: number[] = [];
    for (const step of budget({ steps: 4, seconds: 4 })) {
      steps.push(step);
      pass(1);
    }
    expect(steps).toEqual([1, 2, 3, 4]);
    expect(host.progressed.at(-1)).toEqual({ done: 4, total: 4, label: 'steps' });
    expect(await notices()).toEqual([]);
  });

  it('ends before a step that would be late', async () => {
    const { budget, pass, notices } = world();
    let done = 0;
    for (const step of budget({ steps: 600, seconds: 10 })) {
      done = step;
      pass(3);
    }
    expect(done).toBe(3);
    expect((await notices())[0]).toContain('Stopped after 3 of 600 steps, to end within 10 s');
  });
});

describe('what the page is told', () => {
  it('is the time that is left, in this run and while it trains', () => {
    const { host, clock, budget, pass } = world();
    const progress = { done: 1, total: 2, label: 'epochs' };
    for (const step of budget({ steps: 2, seconds: 10 })) {
      pass(step * 1.5);
      expect(clock.timed(progress).secondsLeft).toBe(step === 1 ? 9 : 6);
    }
    expect(clock.timed(progress)).toEqual(progress);
    // A loop that was broken off by Stop leaves nothing either.
    budget({ steps: 2, seconds: 10 })[Symbol.iterator]().next();
    expect(clock.timed(progress).secondsLeft).toBe(10);
    host.nextRun();
    expect(clock.timed(progress)).toEqual(progress);
  });
});

describe('budget', () => {
  it.each([
    [{}, 'budget needs the seconds that the training may last, as in budget({ seconds: 60 })'],
    [undefined, 'but got undefined'],
    [{ seconds: -1 }, 'but got -1'],
    [{ seconds: 60, steps: 1.5 }, 'budget: steps is a whole number, 1 or more, but got 1.5.'],
    [{ seconds: 60, epochs: 5 }, 'budget has no option “epochs”. Its options: seconds, steps.'],
  ])('says what it takes: %o', (options, message) => {
    expect(() => world().budget(options as BudgetOptions)).toThrow(message);
  });

  it('needs to know the steps of a loop', () => {
    const steps = world().budget({ seconds: 1 });
    expect(() => [...steps]).toThrow('budget({ steps: 600, seconds: 60 })');
  });
});

import '@tensorflow/tfjs-backend-cpu';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createInput, createPace, installFitDefaults, type Pace } from '@/lib/course';
import { fakeHost } from '@/lib/course/testing/fake-host';
import * as tf from '@/lib/course/tf';
import type { ControlValue, Outcome, Output } from '@/lib/protocol';
import { createLiveControls } from './live-controls';
import { startSession, type CellCode } from './testing/start-session';

const given = globalThis as Record<string, unknown>;
const cleanUps: (() => void)[] = [];

beforeEach(() => void (given.tf = tf));
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});

/** A session whose cells have `input`, with what it showed; `atTurn` is called when messages are let in. */
function setUp(cells: CellCode[], atTurn: () => void = () => {}) {
  const shown: Output[] = [];
  const controls = createLiveControls((output) => void shown.push(output));
  const real = createPace();
  cleanUps.push(real.close);
  const pace: Pace = {
    due: () => true,
    async turn() {
      atTurn();
      await real.turn();
    },
  };
  given.input = createInput({ control: controls.add });
  const inputFor = (name: string) => createInput({ control: controls.add }, name);
  const started = startSession(cells, { controls, inputFor, pace });
  const move = (key: string, value: ControlValue, cell = 'set') =>
    started.session.receive({ type: 'control', cell, key, value });
  return { ...started, shown, pace, move };
}

const SET = { id: 'set', code: "const rate = input.slider('Rate', { max: 10, value: 1 });" };
const messageOf = (outcome: Outcome) => (outcome.status === 'error' ? outcome.error.message : '');

describe('a session with controls', () => {
  it('gives readers what was set before and after the run that shows it', async () => {
    const { run, move, displayed, shown } = setUp([SET, { id: 'read', code: 'rate * 2' }]);
    await run('set', { Rate: 4 });
    await run('read');
    move('Rate', 7);
    await run('read');
    expect(displayed).toEqual([8, 14]);
    expect(shown).toMatchObject([{ kind: 'control', control: { key: 'Rate', name: 'rate' } }]);
  });

  it('says the same of a control that is not there yet as of any other value', async () => {
    const { run } = setUp([SET, { id: 'read', code: 'rate' }]);
    expect(messageOf(await run('read'))).toMatch(/`rate` has no value yet. Run the cell “set”/);
    expect((await run('set')).status).toBe('done');
    expect((await run('read')).status).toBe('done');
  });

  it('lets a running loop see a control move, though all that it awaits is settled', async () => {
    const code = 'let rounds = 0; while (rate === 1) { await null; rounds++ } [rate, rounds > 2]';
    let turns = 0;
    const { run, move, displayed } = setUp([SET, { id: 'loop', code }], () => {
      if ((turns += 1) === 3) move('Rate', 3);
    });
    await run('set');
    expect((await run('loop')).status).toBe('done');
    expect(displayed).toEqual([[3, true]]);
  });

  it('lets a loop see its cell’s own control move', async () => {
    const code = `${SET.code}\nlet n = 0; while (rate < 2) { await n; n++ }\nrate`;
    const { run, move, displayed } = setUp([{ id: 'set', code }], () => move('Rate', 2));
    await run('set');
    expect(displayed).toEqual([2]);
  });

  it('steers a training that is under way', async () => {
    const model = tf.sequential();
    model.add(
      tf.layers.dense({ units: 1, inputShape: [1], useBias: false, kernelInitializer: 'zeros' }),
    );
    const optimizer = tf.train.sgd(1);
    model.compile({ optimizer, loss: 'meanSquaredError' });
    Object.assign(given, { model, optimizer });
    const code = `const x = tf.ones([6, 1]), rates: number[] = [];
const onBatchBegin = async () => { rates.push(rate); optimizer.setLearningRate(rate); };
await model.fit(x, x, { batchSize: 1, epochs: 1, callbacks: { onBatchBegin } });
rates`;
    const slow = { id: 'set', code: "const rate = input.slider('Rate', { value: 0 });" };
    let batches = 0;
    const { run, move, pace, displayed } = setUp([slow, { id: 'train', code }], () => {
      if ((batches += 1) === 2) move('Rate', 0.25);
    });
    cleanUps.push(installFitDefaults({ ...fakeHost(), pace }), () => model.dispose());
    await run('set');
    expect((await run('train')).status).toBe('done');
    expect(displayed).toEqual([[0, 0, 0.25, 0.25, 0.25, 0.25]]);
    // Gradient descent on (w - 1)² from 0: a rate of 0.25 halves what is missing, four times.
    expect(model.getWeights()[0]!.dataSync()[0]).toBeCloseTo(1 - 0.5 ** 4, 6);
  });

  it('takes the newest position, not that of the message that asked for the run', async () => {
    const wait = { id: 'wait', code: 'await waiting' };
    const { run, move, displayed } = setUp([
      wait,
      { ...SET, code: `${SET.code} rate` },
      { id: 'read', code: 'rate' },
    ]);
    let go = () => {};
    given.waiting = new Promise<void>((resolve) => (go = resolve));
    const before = run('wait');
    const set = run('set', { Rate: 2 });
    move('Rate', 5);
    const read = run('read');
    go();
    await Promise.all([before, set, read]);
    expect(displayed).toEqual([5, 5]);
  });

  it('forgets what was set when the cell is taken away, and not what comes with it again', async () => {
    const cells = [{ ...SET, code: `${SET.code} rate` }];
    const { run, session, displayed } = setUp(cells);
    await run('set', { Rate: 2 });
    session.receive({ type: 'forget', cell: 'set' });
    await run('set', { Rate: 3 });
    session.receive({ type: 'forget', cell: 'set' });
    await run('set');
    expect(displayed).toEqual([2, 3, 1]);
  });

  it('gives a control in an expression once, and no name', async () => {
    const code = "const all = ['A', 'A'].map((label) => input.toggle(label)); all";
    const { run, shown, displayed } = setUp([{ id: 'set', code }]);
    await run('set', { 'A (2)': true });
    expect(displayed).toEqual([[false, true]]);
    expect(shown).toMatchObject([
      { control: { key: 'A', name: null } },
      { control: { key: 'A (2)', name: null } },
    ]);
  });

  it('tells a wrong argument with its line, and a read that comes too early', async () => {
    const cells = [
      { id: 'bad', code: "const a = 1;\nconst rate = input.slider('Rate', { min: 2, max: 1 });" },
      { id: 'early', code: 'const twice = late * 2;\nconst late = input.slider("Late");' },
    ];
    const { run } = setUp(cells);
    expect(await run('bad')).toMatchObject({
      error: { name: 'RangeError', line: 2, message: expect.stringMatching(/below `max`/) },
    });
    expect(await run('early')).toMatchObject({
      error: { message: "Cannot access 'late' before initialization", line: 1, column: 15 },
    });
  });

  it('keeps a reader’s changes of what it reads to that run', async () => {
    const pad = { id: 'pad', code: "const digit = input.draw('Digit', { size: 2 });" };
    const read = { id: 'read', code: 'digit[0] += 1; digit[0] += 1; digit[0]' };
    const { run, displayed } = setUp([pad, read]);
    await run('pad');
    await run('read');
    await run('read');
    expect(displayed).toEqual([2, 2]);
  });

  it('has a function of another cell read the newest position', async () => {
    const cells = [
      SET,
      { id: 'scale', code: 'const scale = (x: number) => x * rate;' },
      { id: 'use', code: 'scale(10)' },
    ];
    const { run, move, displayed } = setUp(cells);
    for (const id of ['set', 'scale', 'use']) await run(id);
    move('Rate', 6);
    await run('use');
    expect(displayed).toEqual([10, 60]);
  });

  it('reports variables that hold controls as they are set', async () => {
    const { run, move, variables } = setUp([SET]);
    await run('set');
    move('Rate', 9);
    expect(await variables()).toMatchObject([{ name: 'rate', cell: 'set', preview: '9' }]);
  });
});

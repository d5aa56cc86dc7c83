import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it, vi } from 'vitest';
import * as tf from '@/lib/course/tf';
import type { Outcome, PageToWorker } from '@/lib/protocol';
import type { SessionOptions } from './session';
import { openSession } from './testing/start-session';

function setUp(overrides: Partial<SessionOptions> = {}) {
  const { session, sent, displayed, interrupt } = openSession(overrides);
  let runs = 0;
  const run = async (code: string, inputs: Record<string, string> = {}, cell = 'cell') => {
    const id = (runs += 1);
    const rest = { inputs, seed: 1, controls: {}, from: null };
    const message = { type: 'run', run: id, cell, code, ...rest } as const;
    session.receive(message satisfies PageToWorker);
    return vi.waitFor(() => {
      const finished = sent.find((message) => message.type === 'finished' && message.run === id);
      if (finished?.type !== 'finished') throw new Error('not finished');
      return finished.outcome;
    }, 5_000);
  };
  return { session, run, sent, displayed, stop: () => interrupt.raise(runs) };
}

const messageOf = (outcome: Outcome) => (outcome.status === 'error' ? outcome.error.message : '');

describe('a session', () => {
  it('shows the last value and gives later cells what earlier ones declare', async () => {
    const { run, displayed } = setUp();
    expect((await run('const x: number = 20; x', {}, 'a')).status).toBe('done');
    await run('x + 1', { x: 'a' }, 'b');
    expect(displayed).toEqual([20, 21]);
  });

  it('gives later cells a variable named `__proto__`', async () => {
    const { run, displayed } = setUp();
    await run('const __proto__ = 20;', {}, 'a');
    await run('__proto__ + 1', Object.fromEntries([['__proto__', 'a']]), 'b');
    expect(displayed).toEqual([21]);
  });

  it('draws the same random numbers in every run of a cell', async () => {
    const { run, displayed } = setUp();
    await run('Math.random()');
    await run('Math.random()');
    expect(displayed[0]).toBe(displayed[1]);
  });

  it('stops a loop, and calls it stopped even where the code caught it', async () => {
    const { run, stop, displayed } = setUp();
    const runtime = { globalThis: globalThis as Record<string, unknown> };
    runtime.globalThis['stopMe'] = stop;
    expect((await run('while (true) stopMe();')).status).toBe('stopped');
    const caught = await run('let n = 0; try { while (true) { n++; stopMe(); } } catch {} n');
    expect(caught.status).toBe('stopped');
    expect((await run('n + 1', { n: 'cell' }, 'reader')).status).toBe('error');
    expect(displayed.at(-1)).toBe(1);
  });

  it('says which module each run evaluates, for errors that come later', async () => {
    const modules: { cell: string; run: number; url: string }[] = [];
    const { run } = setUp({ modules: { add: (module) => void modules.push(module) } });
    await run('1', {}, 'a');
    await run('throw 1', {}, 'b');
    await run('const', {}, 'unreadable');
    expect(modules.map(({ cell, run }) => [cell, run])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(modules[0]?.url).toMatch(/^data:/);
  });

  it('tells an error with its line in the reader’s own text', async () => {
    const { run } = setUp();
    const outcome = await run('const a = 1;\nconst b: number = 2;\nnull.x;');
    expect(outcome).toMatchObject({ status: 'error', error: { name: 'TypeError', line: 3 } });
  });

  it('finishes although what the run left can not be reported', async () => {
    const { run } = setUp();
    const memory = vi.spyOn(tf.engine(), 'memory').mockImplementation(() => {
      throw new Error('no backend');
    });
    expect(messageOf(await run('1'))).toContain('could not be read');
    memory.mockRestore();
    expect((await run('2')).status).toBe('done');
  });

  it('goes on after a device that could not be chosen', async () => {
    const { run, session } = setUp({ chooseDevice: () => Promise.reject(new Error('no device')) });
    session.receive({ type: 'device', choice: 'webgl' });
    expect((await run('1')).status).toBe('done');
  });

  it('ends the run when the device under it is lost', async () => {
    const { run, session } = setUp();
    const running = run('await new Promise(() => {});');
    await vi.waitFor(() => session.lose('The graphics context was lost.'));
    setTimeout(() => session.lose('The graphics context was lost.'), 50);
    expect(messageOf(await running)).toBe('The graphics context was lost.');
  });
});

describe('a check', () => {
  const message = { type: 'check', run: 1, seed: 1, setup: '', answer: '', tests: '' } as const;

  it('is made once, and nothing runs after it', async () => {
    const check = vi.fn(() => Promise.resolve());
    const { session, sent } = setUp({ check });
    session.receive(message);
    session.receive({ ...message, run: 2 });
    const cell = { cell: 'a', code: '1', inputs: {}, seed: 1, controls: {}, from: null };
    session.receive({ type: 'run', run: 3, ...cell });
    await vi.waitFor(() => expect(check).toHaveBeenCalled());
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(check).toHaveBeenCalledTimes(1);
    expect(sent).toEqual([]);
  });

  it('is refused where a cell has run, and reads as no pass', async () => {
    const check = vi.fn(() => Promise.resolve());
    const { session, run, sent } = setUp({ check });
    await run('1');
    session.receive({ ...message, run: 9 });
    const report = sent.find(({ type }) => type === 'checked');
    expect(report).toMatchObject({ run: 9, checked: { registered: [] } });
    expect(report?.type === 'checked' && report.checked.testsError?.message).toContain('nothing');
    expect(check).not.toHaveBeenCalled();
  });

  it('surveys the devices only when nothing has run for a while', async () => {
    const survey = vi.fn(() => Promise.resolve());
    const { run, session } = setUp({ survey });
    const running = run('await new Promise((resolve) => setTimeout(resolve, 20));');
    expect(session.survey()).toBe(false);
    // Asked again, and still running.
    expect(session.survey()).toBe(false);
    await running;
    await run('1');
    expect(session.survey()).toBe(false);
    await vi.waitFor(() => expect(session.survey()).toBe(true), 1_000);
    expect(survey).toHaveBeenCalledOnce();
  });
});

import { describe, expect, it } from 'vitest';
import { DONE, FAILED, STOPPED } from './testing/fake-sandbox';
import {
  AS_WRITTEN,
  STEERED,
  TRAINED,
  RATE,
  World,
  controlOutput,
  settle,
  type WorldOptions,
} from './testing/fake-world';

async function ready(cells: WorldOptions['cells'] = STEERED) {
  const world = new World({ cells });
  world.kernel.runAll();
  await settle();
  world.finishAll(AS_WRITTEN);
  return world;
}

const interrupts = (world: World) =>
  world.frame.received.filter(({ type }) => type === 'interrupt').length;

describe('which cells run by themselves', () => {
  it('are those that read a control and train nothing, unless the author or the reader says otherwise', async () => {
    const world = await ready({
      ...STEERED,
      both: "const r2 = input.slider('R2'); display(r2);",
      trains: 'await curve.fit(rate);',
      own: 'const net = make(rate); await net.fit(rate);',
    });
    const automatic = () => world.snapshot.order.filter((id) => world.cell(id).automatic);
    expect(automatic()).toEqual(['plot', 'both']);
    world.kernel.setAutomatic('plot', false);
    world.kernel.setAutomatic('trains', true);
    expect(automatic()).toEqual(['both', 'trains']);
    world.kernel.setAutomatic('plot', null);
    expect(automatic()).toEqual(['plot', 'both', 'trains']);
    world.kernel.insert({ id: 'new', title: '', code: '1', automatic: true }, 0);
    expect(automatic()[0]).toBe('new');
  });

  it('are not those whose last run took long', async () => {
    const world = await ready();
    await world.run('plot');
    world.worker.finish({ ...DONE, ms: 20_000 });
    expect(world.cell('plot').automatic).toBe(false);
    world.kernel.setAutomatic('plot', true);
    expect(world.cell('plot').automatic).toBe(true);
  });
});

describe('a stale cell that begins to run by itself', () => {
  const stale = async () => {
    const world = await ready();
    world.kernel.setControl('rate', 'Rate', 0.7);
    world.finishAll();
    expect(world.states).toEqual(['done', 'done', 'stale', 'done']);
    return world;
  };

  it('runs at once', async () => {
    const world = await stale();
    world.kernel.setAutomatic('words', true);
    expect(world.cell('words').state).toBe('running');
    world.finishAll();
    expect(world.sent.slice(4)).toEqual(['plot', 'words']);
  });

  it('waits when a stale cell that does not would have to run first', async () => {
    const world = await stale();
    world.kernel.edit('apart', 'const other = 6;');
    world.kernel.edit('words', 'other');
    world.kernel.setAutomatic('words', true);
    expect(world.cell('words').state).toBe('stale');
    expect(world.sent).toHaveLength(5);
  });

  it('waits when the reader has stopped it, and before it has run in this worker', async () => {
    const world = await stale();
    await world.run('words');
    world.kernel.stop();
    world.worker.finish(STOPPED);
    world.kernel.edit('words', 'curve');
    world.kernel.setAutomatic('words', true);
    expect(world.cell('words').state).toBe('stale');
    world.kernel.restart();
    await settle();
    world.kernel.setAutomatic('apart', true);
    expect(world.cell('apart')).toMatchObject({ state: 'stale', automatic: true });
    expect(world.sent).toEqual([]);
  });

  it('leaves a fresh one as it is, and so does the end of running by itself', async () => {
    const world = await stale();
    world.kernel.setAutomatic('apart', true);
    world.kernel.setAutomatic('words', false);
    expect(world.states).toEqual(['done', 'done', 'stale', 'done']);
  });
});

describe('a control that is moved', () => {
  it('runs the automatic cells that read it, and leaves the others stale', async () => {
    const world = await ready();
    world.kernel.setControl('rate', 'Rate', 0.7);
    expect(world.states).toEqual(['done', 'running', 'stale', 'done']);
    const [control, run] = world.worker.received.slice(-2);
    expect([control?.type, run?.type]).toEqual(['control', 'run']);
    world.finishAll();
    expect(world.states).toEqual(['done', 'done', 'stale', 'done']);
  });

  it('runs automatic cells further down too', async () => {
    const world = await ready();
    world.kernel.setAutomatic('words', true);
    world.kernel.setControl('rate', 'Rate', 0.7);
    world.finishAll();
    expect(world.sent.slice(4)).toEqual(['plot', 'words']);
  });

  it('lets the newest value win: what is outdated is told to make way, and runs once more', async () => {
    const world = await ready();
    world.kernel.setControl('rate', 'Rate', 0.6);
    for (const value of [0.7, 0.8, 0.9]) world.kernel.setControl('rate', 'Rate', value);
    expect(interrupts(world)).toBe(1);
    world.clock.advance(5_000);
    expect(world.frame.workers).toHaveLength(1);
    world.worker.finish(STOPPED);
    world.finishAll();
    expect(world.sent.slice(4)).toEqual(['plot', 'plot']);
    expect(world.cell('plot').state).toBe('done');
  });

  it('runs once more also when what was outdated came to its end', async () => {
    const world = await ready();
    world.kernel.setControl('rate', 'Rate', 0.6);
    world.kernel.setControl('rate', 'Rate', 0.7);
    world.kernel.setControl('rate', 'Rate', 0.6);
    world.worker.finish();
    expect(world.cell('plot').state).toBe('running');
    world.finishAll();
    expect(world.cell('plot').state).toBe('done');
  });

  it('in the first run of a cell that reads its own is followed by another', async () => {
    const own = "const rate = input.slider('Rate'); await later(rate);";
    const world = new World({ cells: { rate: own } });
    await world.run('rate');
    world.show(controlOutput(RATE));
    world.kernel.setControl('rate', 'Rate', 0.7);
    world.worker.finish();
    expect(world.cell('rate').state).toBe('running');
    expect(world.worker.last.controls).toEqual({ Rate: 0.7 });
  });

  it('does not stop a run that the reader asked for; a short one is followed by another', async () => {
    const world = await ready();
    await world.run('plot');
    world.kernel.setControl('rate', 'Rate', 0.7);
    expect(interrupts(world)).toBe(0);
    world.worker.finish();
    expect(world.cell('plot').state).toBe('running');
    world.finishAll();
    expect(world.sent.slice(4)).toEqual(['plot', 'plot']);
  });

  it('is the steering of a long run, and no reason for another', async () => {
    const world = await ready();
    await world.run('plot');
    world.kernel.setControl('rate', 'Rate', 0.7);
    world.worker.finish({ ...DONE, ms: 60_000 });
    expect(world.cell('plot').because).toEqual({ kind: 'steered', label: 'Rate' });
  });

  it('lets what the reader asks for go first', async () => {
    const world = await ready();
    world.kernel.setControl('rate', 'Rate', 0.6);
    world.kernel.setControl('rate', 'Rate', 0.7);
    await world.run('apart');
    world.worker.finish(STOPPED);
    world.finishAll();
    expect(world.sent.slice(4)).toEqual(['plot', 'apart', 'plot']);
  });

  it('runs the other cells that read it after one of them has failed', async () => {
    const world = await ready({ ...STEERED, title: 'display(`at ${rate}`);', last: 'curve' });
    world.kernel.setAutomatic('last', true);
    world.kernel.setControl('rate', 'Rate', 0.6);
    world.worker.finish(FAILED);
    world.finishAll();
    expect(world.sent.slice(6)).toEqual(['plot', 'title']);
    expect(world.snapshot.message).toBeNull();
  });

  it('tries again a cell that failed at the former value, and only then', async () => {
    const world = await ready();
    world.kernel.setControl('rate', 'Rate', 0.6);
    world.worker.finish(FAILED);
    await world.complete('apart');
    expect(world.cell('plot').state).toBe('error');
    world.kernel.setControl('rate', 'Rate', 0.8);
    expect(world.cell('plot').state).toBe('running');
  });
});

describe('a cell does not run by itself', () => {
  it('on load, nor before its control was put on the page', async () => {
    const world = new World({ cells: STEERED });
    world.kernel.warm();
    await settle();
    world.kernel.setControl('rate', 'Rate', 0.7);
    expect(world.sent).toEqual([]);
    await world.run('rate');
    world.finishAll(AS_WRITTEN);
    expect(world.sent).toEqual(['rate', 'plot']);
  });

  it('because code was edited, but when what it reads was run', async () => {
    const world = await ready();
    world.kernel.setAutomatic('words', true);
    world.kernel.edit('plot', 'const curve = 3 * rate;');
    world.kernel.edit('words', 'curve');
    expect(world.sent).toHaveLength(4);
    await world.complete('plot');
    expect(world.sent.slice(4)).toEqual(['plot', 'words']);
  });

  it('once the reader has stopped it, until they run it', async () => {
    const world = await ready();
    world.kernel.setControl('rate', 'Rate', 0.6);
    world.kernel.setControl('rate', 'Rate', 0.7);
    world.kernel.stop();
    world.worker.finish(STOPPED);
    world.kernel.setControl('rate', 'Rate', 0.8);
    expect(world.sent.slice(4)).toEqual(['plot']);
    await world.complete('plot');
    world.kernel.setControl('rate', 'Rate', 0.9);
    expect(world.cell('plot').state).toBe('running');
  });

  it('once its worker was lost, until the reader runs it', async () => {
    const world = await ready();
    world.kernel.restart();
    await world.complete('rate');
    expect(world.sent).toEqual(['rate']);
    await world.complete('plot');
    await world.run('plot');
    world.kernel.restart();
    expect(world.cell('plot').state).toBe('stopped');
    await world.run('rate');
    world.finishAll(AS_WRITTEN);
    world.kernel.edit('plot', 'const curve = 3 * rate;');
    world.kernel.setControl('rate', 'Rate', 0.9);
    expect(world.sent).toEqual(['rate']);
  });

  it('when a stale cell that does not would have to run first', async () => {
    const world = await ready({ ...STEERED, plot: 'const curve = other * rate;' });
    world.kernel.edit('apart', 'const other = 6;');
    world.kernel.setControl('rate', 'Rate', 0.7);
    expect(world.states).toEqual(['done', 'stale', 'stale', 'stale']);
    await world.complete('apart');
    expect(world.states).toEqual(['done', 'done', 'stale', 'done']);
  });

  it('or would have to, when its turn comes', async () => {
    const cells = { ...STEERED, plot: 'const curve = other * rate;', busy: '1' };
    const world = await ready(cells);
    await world.run('busy');
    world.kernel.setControl('rate', 'Rate', 0.7);
    expect(world.cell('plot').state).toBe('queued');
    world.kernel.edit('apart', 'const other = 6;');
    world.finishAll();
    expect(world.states).toEqual(['done', 'stale', 'stale', 'stale', 'done']);
    await world.run('busy');
    world.kernel.setControl('rate', 'Rate', 0.8);
    expect(world.cell('plot').state).toBe('stale');
  });

  it('when a model that the reader has trained would be made anew for it', async () => {
    const rate = STEERED.rate;
    const world = await ready({ rate, ...TRAINED, before: 'display(model.score * rate);' });
    expect(world.states).toEqual(['done', 'done', 'done', 'done', 'done']);
    world.kernel.setControl('rate', 'Rate', 0.7);
    expect(world.states).toEqual(['done', 'done', 'stale', 'done', 'done']);
  });
});

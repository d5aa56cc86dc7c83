import { describe, expect, it } from 'vitest';
import { DONE, STOPPED } from './testing/fake-sandbox';
import { World, settle, text } from './testing/fake-world';

const BY_FORCE =
  'The cell did not stop by itself, so the sandbox was restarted: variables are gone, your code and outputs are kept. Run all to get them back.';

describe('stop', () => {
  it('interrupts, and keeps the worker when the run ends in time', async () => {
    const world = new World();
    await world.complete('load');
    await world.run('train');
    world.kernel.stop();
    expect(world.frame.received).toContainEqual({ type: 'interrupt', worker: 1, run: 2 });
    world.clock.advance(400);
    world.worker.finish(STOPPED);
    world.clock.advance(5_000);
    expect(world.states).toEqual(['done', 'stopped', 'idle', 'idle']);
    expect(world.snapshot).toMatchObject({ status: 'ready', message: null });
    expect(world.frame.workers).toHaveLength(1);
  });

  it('empties the queue; what waited is as it was', async () => {
    const world = new World();
    await world.complete('test');
    world.kernel.edit('load', 'const rows = 2;');
    await world.run('test');
    await world.run('apart');
    expect(world.states).toEqual(['running', 'queued', 'queued', 'queued']);
    world.kernel.stop();
    expect(world.states).toEqual(['running', 'stale', 'stale', 'idle']);
    world.worker.finish(STOPPED);
    expect(world.states).toEqual(['stopped', 'stale', 'stale', 'idle']);
    expect(world.sent).toHaveLength(4);
  });

  it('replaces a worker that does not yield, within a second', async () => {
    const world = new World();
    await world.complete('load');
    await world.run('train');
    world.show(text('so far'));
    world.kernel.stop();
    world.clock.advance(499);
    expect(world.cell('train').state).toBe('running');
    world.clock.advance(1);
    expect(world.states).toEqual(['stale', 'stopped', 'idle', 'idle']);
    expect(world.cell('train').outputs).toEqual([text('so far')]);
    expect(world.snapshot).toMatchObject({ status: 'ready', message: BY_FORCE });
    expect(world.frames).toHaveLength(1);
    expect(world.frame.received).toContainEqual({ type: 'terminate', worker: 1 });
    expect(world.frame.workers.map(({ id }) => id)).toEqual([1, 2]);
  });

  it('shows that a new worker is on its way', async () => {
    const world = new World({ readyAtOnce: false });
    await world.run('load');
    const { READY } = await import('./testing/fake-sandbox');
    world.worker.say(READY);
    world.kernel.stop();
    world.clock.advance(500);
    expect(world.snapshot.status).toBe('replacing');
    world.worker.say(READY);
    expect(world.snapshot.status).toBe('ready');
  });

  it('hears no more of the worker that it replaced', async () => {
    const world = new World();
    await world.run('load');
    const former = world.worker;
    world.kernel.stop();
    world.clock.advance(500);
    former.isTerminated = false;
    former.finish(DONE);
    former.say({ type: 'outputs', run: 1, outputs: [text('from the grave')] });
    expect(former.port.other?.isClosed).toBe(true);
    expect(world.cell('load')).toMatchObject({ state: 'stopped', outputs: [] });
  });

  it('runs everything anew afterwards', async () => {
    const world = new World();
    await world.complete('train');
    await world.run('apart');
    world.kernel.stop();
    world.clock.advance(500);
    await world.complete('train');
    expect(world.sent).toEqual(['load', 'train']);
    expect(world.states).toEqual(['done', 'done', 'idle', 'stopped']);
  });

  it('keeps what was asked for after Stop was pressed', async () => {
    const world = new World();
    await world.run('load');
    world.kernel.stop();
    await world.run('apart');
    world.clock.advance(500);
    expect(world.states).toEqual(['stopped', 'idle', 'idle', 'running']);
  });

  it('keeps former outputs when the run had shown nothing yet', async () => {
    const world = new World();
    await world.run('load');
    world.show(text('first'));
    world.worker.finish();
    await world.run('load');
    world.kernel.stop();
    world.worker.finish(STOPPED);
    expect(world.cell('load')).toMatchObject({ state: 'stopped', outputs: [text('first')] });
    expect(world.cell('load').leftOver).toBe(true);
  });

  it('calls nothing left over that the stopped run or a later one has shown', async () => {
    const world = new World();
    await world.run('load');
    world.show(text('first'));
    world.kernel.stop();
    world.worker.finish(STOPPED);
    expect(world.cell('load')).toMatchObject({ state: 'stopped', leftOver: false });
    await world.run('load');
    world.kernel.stop();
    world.worker.finish(STOPPED);
    expect(world.cell('load').leftOver).toBe(true);
    await world.run('load');
    world.show(text('second'));
    world.worker.finish();
    expect(world.cell('load')).toMatchObject({ state: 'done', leftOver: false });
  });

  it('takes a run that was done before it could be stopped as done', async () => {
    const world = new World();
    await world.run('load');
    world.kernel.stop();
    world.worker.finish(DONE);
    world.clock.advance(1_000);
    expect(world.cell('load').state).toBe('done');
    expect(world.frame.workers).toHaveLength(1);
  });

  it('waits for one grace only, however often it is pressed', async () => {
    const world = new World();
    await world.run('load');
    world.kernel.stop();
    world.clock.advance(300);
    world.kernel.stop();
    world.clock.advance(200);
    expect(world.cell('load').state).toBe('stopped');
    world.clock.advance(5_000);
    expect(world.frame.workers).toHaveLength(2);
  });

  it('before the sandbox is up only empties the queue', async () => {
    const world = new World({ readyAtOnce: false });
    world.kernel.runAll();
    world.kernel.stop();
    await settle();
    expect(world.states).toEqual(['idle', 'idle', 'idle', 'idle']);
    expect(world.snapshot.status).toBe('starting');
    expect(world.frame.received.map(({ type }) => type)).not.toContain('interrupt');
  });

  it('does nothing when nothing runs', () => {
    const world = new World();
    world.kernel.stop();
    expect(world.frames).toHaveLength(0);
    expect(world.notified).toBe(0);
  });
});

describe('restart', () => {
  it('replaces the worker at once; every cell that ran is stale', async () => {
    const world = new World();
    await world.complete('train');
    world.kernel.restart();
    expect(world.states).toEqual(['stale', 'stale', 'idle', 'idle']);
    expect(world.snapshot.status).toBe('ready');
    expect(world.snapshot.message).toMatch(/^The sandbox was restarted: variables are gone/);
    expect(world.frame.workers).toHaveLength(2);
  });

  it('stops what runs, and drops what waits', async () => {
    const world = new World();
    await world.run('train');
    world.kernel.restart();
    expect(world.states).toEqual(['stopped', 'idle', 'idle', 'idle']);
    expect(world.worker.runs).toEqual([]);
  });

  it('keeps a failed cell from claiming to be current', async () => {
    const world = new World();
    const { FAILED } = await import('./testing/fake-sandbox');
    await world.run('load');
    world.worker.finish(FAILED);
    world.kernel.restart();
    expect(world.cell('load').state).toBe('stale');
  });

  it('starts a sandbox that is off', () => {
    const world = new World();
    world.kernel.restart();
    expect(world.snapshot).toMatchObject({ status: 'ready', message: null });
  });

  it('opens a new frame when the present one has never answered', () => {
    const world = new World({ openAtOnce: false });
    world.kernel.warm();
    world.kernel.restart();
    expect(world.frames.map(({ isRemoved }) => isRemoved)).toEqual([true, false]);
  });
});

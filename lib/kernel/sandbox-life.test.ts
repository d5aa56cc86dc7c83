import { describe, expect, it } from 'vitest';
import type { Device } from '@/lib/protocol';
import { READY } from './testing/fake-sandbox';
import { World, settle } from './testing/fake-world';

describe('a page that is being read', () => {
  it('has a frame in which nothing runs, and the first run starts a worker in it', async () => {
    const world = new World();
    world.kernel.prepare();
    expect(world.frames).toHaveLength(1);
    expect(world.frame.received.map(({ type }) => type)).not.toContain('start');
    expect(world.snapshot.status).toBe('off');
    await world.complete('load');
    expect(world.frames).toHaveLength(1);
    expect(world.states[0]).toBe('done');
  });

  it('says nothing of a frame that can not be used before somebody runs a cell', async () => {
    const world = new World();
    world.kernel.prepare();
    world.frame.refuse('The frame did not answer.');
    expect(world.snapshot).toMatchObject({ status: 'off', message: null });
    expect(world.frame.isRemoved).toBe(true);
    await world.complete('load');
    expect(world.frames).toHaveLength(2);
  });
});

describe('a sandbox that dies', () => {
  it('ends the run with an error and starts another frame', async () => {
    const world = new World();
    await world.complete('load');
    await world.run('train');
    await world.run('apart');
    world.frame.crash();
    expect(world.states).toEqual(['stale', 'error', 'idle', 'idle']);
    expect(world.cell('train').error).toMatchObject({
      name: 'SandboxError',
      message: expect.stringContaining('ran out of memory') as string,
      hint: expect.stringContaining('smaller') as string,
    });
    expect(world.snapshot.status).toBe('ready');
    expect(world.snapshot.message).toMatch(/so it was restarted: variables are gone/);
    expect(world.frames.map(({ isRemoved }) => isRemoved)).toEqual([true, false]);
    expect(world.worker.runs).toEqual([]);
  });

  it('is noticed by the close of the data port alone', async () => {
    const world = new World();
    await world.run('load');
    world.worker.port.close();
    expect(world.cell('load').state).toBe('error');
    expect(world.frames).toHaveLength(2);
  });

  it('is told by its frame', async () => {
    const world = new World();
    await world.run('load');
    world.frame.say({ type: 'failed', worker: 1, message: 'Out of stack.' });
    expect(world.cell('load').error?.message).toBe(
      'The sandbox ended with an error (Out of stack) while this cell was running.',
    );
    expect(world.frames).toHaveLength(2);
  });

  it('is another one when the frame speaks of a former worker', async () => {
    const world = new World();
    await world.complete('load');
    world.kernel.restart();
    world.frame.say({ type: 'failed', worker: 1, message: 'Old.' });
    expect(world.frames).toHaveLength(1);
  });

  it('is noticed within 3 s when its frame is silent while something runs', async () => {
    const world = new World();
    await world.run('load');
    world.clock.advance(10_000);
    expect(world.cell('load').state).toBe('running');
    world.frame.answers = false;
    world.clock.advance(3_000);
    expect(world.cell('load').error?.message).toMatch(/no longer answered/);
    expect(world.frames).toHaveLength(2);
    expect(world.snapshot.status).toBe('ready');
  });

  it('is not pinged when nothing runs', async () => {
    const world = new World();
    await world.complete('load');
    world.frame.received.length = 0;
    world.clock.advance(60_000);
    expect(world.frame.received).toEqual([]);
    expect(world.clock.pending).toBe(0);
  });

  it('is not given up while the page is hidden', async () => {
    const world = new World();
    await world.run('load');
    world.isVisible = false;
    world.frame.answers = false;
    world.clock.advance(60_000);
    expect(world.cell('load').state).toBe('running');
    world.isVisible = true;
    world.clock.advance(3_000);
    expect(world.cell('load').state).toBe('error');
  });

  it('ends a run as stopped that was being stopped', async () => {
    const world = new World();
    await world.run('load');
    world.kernel.stop();
    world.frame.crash();
    expect(world.cell('load')).toMatchObject({ state: 'stopped', error: null });
    world.clock.advance(1_000);
    expect(world.frames).toHaveLength(2);
  });

  it('makes cells stale when it dies at rest', async () => {
    const world = new World();
    await world.complete('train');
    world.frame.crash();
    expect(world.states).toEqual(['stale', 'stale', 'idle', 'idle']);
    expect(world.snapshot.status).toBe('ready');
  });

  it('can lose its device: the run fails, and the worker is replaced', async () => {
    const world = new World();
    await world.complete('load');
    await world.run('train');
    world.worker.say({ type: 'lost', device: 'webgl', message: 'The graphics device was lost.' });
    expect(world.states).toEqual(['stale', 'error', 'idle', 'idle']);
    expect(world.cell('train').error).toMatchObject({ name: 'DeviceLost' });
    expect(world.snapshot.message).toMatch(/^The graphics device was lost\. The sandbox was rest/);
    expect(world.frame.workers).toHaveLength(2);
  });

  it('leaves a chosen device that is lost twice to the automatic choice', async () => {
    const world = new World();
    world.kernel.chooseDevice('webgl');
    const lose = async (device: Device) => {
      await world.run('load');
      world.worker.say({ type: 'lost', device, message: 'It was lost.' });
    };
    await lose('webgl');
    await lose('webgpu');
    expect(world.snapshot.choice).toBe('webgl');
    expect(world.worker.received).toEqual([{ type: 'device', choice: 'webgl' }]);
    await lose('webgl');
    expect(world.snapshot.choice).toBe('auto');
    expect(world.snapshot.message).toMatch(/^It was lost\. This has happened before/);
    expect(world.worker.received).toEqual([]);
    world.kernel.chooseDevice('webgl');
    await lose('webgl');
    expect(world.snapshot.choice).toBe('auto');
  });
});

describe('starting', () => {
  it('keeps what waits over a failed start', async () => {
    const world = new World({ readyAtOnce: false });
    await world.run('load');
    world.frame.crash();
    expect(world.snapshot).toMatchObject({ status: 'starting' });
    expect(world.snapshot.message).toMatch(/trying again/);
    expect(world.cell('load').state).toBe('queued');
    world.worker.say(READY);
    expect(world.snapshot.message).toBeNull();
    expect(world.sent).toEqual(['load']);
  });

  it('gives up after three failures in a row, says why, and tries again at the next run', async () => {
    const world = new World({ readyAtOnce: false });
    await world.run('load');
    for (let i = 0; i < 3; i++) {
      world.frame.say({ type: 'failed', worker: world.worker.id, message: 'No memory.' });
    }
    expect(world.frames).toHaveLength(3);
    expect(world.frames.every(({ isRemoved }) => isRemoved)).toBe(true);
    expect(world.snapshot.status).toBe('failed');
    expect(world.snapshot.message).toMatch(/three attempts.*\(No memory\)/);
    expect(world.cell('load').state).toBe('idle');
    world.kernel.run('load');
    expect(world.snapshot).toMatchObject({ status: 'starting', message: null });
    world.worker.say(READY);
    expect(world.cell('load').state).toBe('running');
  });

  it('counts failures in a row only', async () => {
    const world = new World();
    for (let i = 0; i < 5; i++) {
      await world.run('load');
      world.frame.crash();
    }
    expect(world.snapshot.status).toBe('ready');
    expect(world.frames).toHaveLength(6);
  });

  it('takes 30 s at most', async () => {
    const world = new World({ openAtOnce: false });
    await world.run('load');
    world.clock.advance(29_999);
    expect(world.frames).toHaveLength(1);
    world.clock.advance(1);
    expect(world.frames).toHaveLength(2);
    world.clock.advance(60_000);
    expect(world.snapshot.status).toBe('failed');
    expect(world.snapshot.message).toMatch(/longer than 30 seconds/);
    expect(world.clock.pending).toBe(0);
  });

  it('waits longer than 3 s for a frame that has never answered, and no longer for one that has', async () => {
    const world = new World({ readyAtOnce: false, openAtOnce: false });
    await world.run('load');
    world.clock.advance(20_000);
    expect(world.frames).toHaveLength(1);
    world.frame.open();
    world.frame.answers = false;
    world.clock.advance(3_000);
    expect(world.frames).toHaveLength(2);
  });

  it('ends at once when the frame is refused', async () => {
    const world = new World({ openAtOnce: false });
    await world.run('load');
    world.frame.refuse('Reload the page.');
    expect(world.snapshot).toMatchObject({ status: 'failed', message: 'Reload the page.' });
    expect(world.frames.map(({ isRemoved }) => isRemoved)).toEqual([true]);
    expect(world.cell('load').state).toBe('idle');
  });

  it('refuses a worker of another version', async () => {
    const world = new World({ readyAtOnce: false });
    await world.run('load');
    world.worker.say({ ...READY, report: { ...READY.report, version: 99 } });
    expect(world.snapshot.status).toBe('failed');
    expect(world.snapshot.message).toMatch(/Reload the page/);
  });

  it('leaves no run active when it is given up in the middle of one', async () => {
    const world = new World();
    await world.complete('load');
    await world.run('train');
    world.worker.say({ ...READY, report: { ...READY.report, version: 99 } });
    expect(world.snapshot.status).toBe('failed');
    expect(world.states).toEqual(['stale', 'error', 'idle', 'idle']);
    expect(world.cell('train').error?.message).toMatch(/Reload the page/);
    expect(world.clock.pending).toBe(0);
    await world.run('apart');
    expect(world.cell('apart').state).toBe('running');
  });

  it('ends a run as stopped that was being stopped when it is given up', async () => {
    const world = new World();
    await world.run('load');
    world.kernel.stop();
    world.worker.say({ ...READY, report: { ...READY.report, version: 99 } });
    expect(world.cell('load')).toMatchObject({ state: 'stopped', error: null });
    world.clock.advance(1_000);
    expect(world.snapshot.status).toBe('failed');
  });
});

describe('dispose', () => {
  it('removes the frame, and leaves no timer', async () => {
    const world = new World();
    await world.run('load');
    world.kernel.stop();
    world.kernel.dispose();
    expect(world.frame.isRemoved).toBe(true);
    expect(world.clock.pending).toBe(0);
  });

  it('ends all further work', async () => {
    const world = new World();
    world.kernel.run('load');
    world.kernel.dispose();
    await settle();
    world.kernel.run('train');
    world.kernel.runAll();
    world.kernel.restart();
    world.kernel.warm();
    world.kernel.stop();
    expect(world.frames).toHaveLength(1);
    expect(world.frame.workers[0]?.received).toEqual([]);
  });
});

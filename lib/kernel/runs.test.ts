import { describe, expect, it } from 'vitest';
import { cellSeed } from './seed';
import { DONE, FAILED } from './testing/fake-sandbox';
import { World, settle, text, titleOf } from './testing/fake-world';

describe('before anything runs', () => {
  it('puts nothing on the page and loads nothing', () => {
    const world = new World();
    expect(world.frames).toHaveLength(0);
    expect(world.notebookLoads).toBe(0);
    expect(world.snapshot.status).toBe('off');
    expect(world.states).toEqual(['idle', 'idle', 'idle', 'idle']);
  });

  it('loads no parser for an edit', () => {
    const world = new World();
    world.kernel.edit('load', 'const rows = 2;');
    expect(world.notebookLoads).toBe(0);
    expect(world.cell('load')).toMatchObject({ code: 'const rows = 2;', state: 'idle' });
  });

  it('warms up without running', async () => {
    const world = new World();
    world.kernel.warm();
    world.kernel.warm();
    await settle();
    expect(world.frames).toHaveLength(1);
    expect(world.snapshot.status).toBe('ready');
    expect(world.worker.received).toEqual([]);
    expect(world.cell('train')).toMatchObject({ parents: ['load'], defines: ['model'] });
  });
});

describe('run', () => {
  it('shows the cell as queued at once, and starts the sandbox', () => {
    const world = new World({ readyAtOnce: false });
    world.kernel.run('load');
    expect(world.cell('load').state).toBe('queued');
    expect(world.snapshot.status).toBe('starting');
    expect(world.frames).toHaveLength(1);
  });

  it('sends code, inputs and seed', async () => {
    const world = new World({ seed: 41 });
    await world.complete('load');
    await world.run('train');
    expect(world.worker.last).toEqual({
      type: 'run',
      run: 2,
      cell: 'train',
      code: 'const model = rows + 1;',
      inputs: { rows: 'load' },
      seed: cellSeed(41, 'train'),
      controls: {},
      from: null,
    });
  });

  it('runs stale ancestors first, one at a time, each with its own number', async () => {
    const world = new World();
    await world.run('test');
    expect(world.states).toEqual(['running', 'queued', 'queued', 'idle']);
    expect(world.sent).toEqual(['load']);
    world.worker.finish();
    expect(world.states).toEqual(['done', 'running', 'queued', 'idle']);
    world.worker.finish();
    world.worker.finish();
    expect(world.states).toEqual(['done', 'done', 'done', 'idle']);
    expect(world.worker.runs.map(({ run }) => run)).toEqual([1, 2, 3]);
  });

  it('leaves out fresh ancestors', async () => {
    const world = new World();
    await world.complete('train');
    await world.complete('test');
    expect(world.sent).toEqual(['load', 'train', 'test']);
  });

  it('runs a fresh cell again, and makes stale what read it', async () => {
    const world = new World();
    await world.complete('test');
    await world.run('train');
    expect(world.states).toEqual(['done', 'running', 'stale', 'idle']);
    world.worker.finish();
    expect(world.states).toEqual(['done', 'done', 'stale', 'idle']);
  });

  it('keeps the measures of the run', async () => {
    const world = new World();
    await world.complete('load');
    const { ms, device, memory, run, error } = world.cell('load');
    expect({ ms, device, run, error }).toEqual({ ms: 12, device: 'cpu', run: 1, error: null });
    expect(memory).toEqual(DONE.memory);
  });

  it('shows progress while it runs, and not after', async () => {
    const world = new World();
    await world.run('load');
    const progress = { done: 3, total: 10, label: 'epochs' };
    world.worker.say({ type: 'progress', run: 1, progress });
    expect(world.cell('load').progress).toEqual(progress);
    world.worker.finish();
    expect(world.cell('load').progress).toBeNull();
  });

  it('gives back the rest of the plan when an ancestor fails, and says so', async () => {
    const world = new World();
    await world.run('test');
    world.worker.finish(FAILED);
    expect(world.states).toEqual(['error', 'idle', 'idle', 'idle']);
    expect(world.cell('load').error?.message).toBe('It broke.');
    expect(world.snapshot.message).toBe(
      `“${titleOf('test')}” was not run, because “${titleOf('load')}” failed.`,
    );
    expect(world.sent).toEqual(['load']);
  });

  it('counts the cells that were left out', async () => {
    const world = new World();
    await world.run('train');
    await world.run('test');
    world.worker.finish(FAILED);
    expect(world.snapshot.message).toBe(
      `2 cells were not run, because “${titleOf('load')}” failed.`,
    );
  });

  it('drops other requests that need the failed cell, and keeps those that do not', async () => {
    const world = new World();
    await world.run('load');
    await world.run('train');
    await world.run('apart');
    world.worker.finish(FAILED);
    expect(world.states).toEqual(['error', 'idle', 'idle', 'running']);
  });

  it('tries a failed ancestor again at the next run', async () => {
    const world = new World();
    await world.run('train');
    world.worker.finish(FAILED);
    await world.run('train');
    expect(world.snapshot.message).toBeNull();
    world.finishAll();
    expect(world.sent).toEqual(['load', 'load', 'train']);
    expect(world.states).toEqual(['done', 'done', 'idle', 'idle']);
  });

  it('queues a running cell once more, with the code of then', async () => {
    const world = new World();
    await world.run('load');
    world.kernel.edit('load', 'const rows = 2;');
    world.kernel.run('load');
    world.kernel.edit('load', 'const rows = 3;');
    world.kernel.run('load');
    world.kernel.run('load');
    world.finishAll();
    expect(world.worker.runs.map(({ code }) => code)).toEqual([
      'const rows = 1;',
      'const rows = 3;',
    ]);
    expect(world.cell('load').state).toBe('done');
  });

  it('does not queue a queued cell twice', async () => {
    const world = new World();
    await world.run('load');
    await world.run('apart');
    await world.run('apart');
    world.finishAll();
    expect(world.sent).toEqual(['load', 'apart']);
  });

  it('queues a running cell once more although another cell waits for it', async () => {
    const world = new World();
    await world.run('train');
    await world.run('load');
    world.finishAll();
    expect(world.sent).toEqual(['load', 'train', 'load']);
    expect(world.states).toEqual(['done', 'stale', 'idle', 'idle']);
  });

  it('runs a shared ancestor once for two requests', async () => {
    const world = new World({ cells: { a: 'const x = 1;', b: 'x', c: 'x' } });
    await world.run('b');
    await world.run('c');
    world.finishAll();
    expect(world.sent).toEqual(['a', 'b', 'c']);
  });

  it('throws for a cell that the lesson does not have', () => {
    expect(() => new World().kernel.run('none')).toThrow('no cell “none”');
  });

  it('says when the notebook can not be loaded, and tries again', async () => {
    const modules = await import('@/lib/notebook');
    let online = false;
    const loadNotebook = () => (online ? Promise.resolve(modules) : Promise.reject(new Error()));
    const world = new World({ loadNotebook });
    await world.run('load');
    expect(world.cell('load').state).toBe('idle');
    expect(world.snapshot.message).toMatch(/could not be loaded/);
    online = true;
    await world.run('load');
    expect(world.sent).toEqual(['load']);
    expect(world.snapshot.message).toBeNull();
  });
});

describe('time, device and memory', () => {
  const measures = ({ ms, device, memory }: ReturnType<World['cell']>) => [ms, device, memory];
  const NONE = [null, null, null];

  it('are those of the run that made what is shown', async () => {
    const world = new World();
    await world.complete('load');
    expect(measures(world.cell('load'))).toEqual([DONE.ms, DONE.device, DONE.memory]);
    await world.run('load');
    expect(world.cell('load').ms).toBe(DONE.ms);
    world.show(text('new'));
    expect(measures(world.cell('load'))).toEqual(NONE);
    world.worker.finish({ ...DONE, ms: 99 });
    expect(world.cell('load').ms).toBe(99);
  });

  it('go when a run is refused', async () => {
    const world = new World();
    await world.complete('load');
    world.kernel.edit('load', 'const = ;');
    await world.run('load');
    expect(world.cell('load').state).toBe('error');
    expect(measures(world.cell('load'))).toEqual(NONE);
  });

  it('go when a run ends with its worker', async () => {
    const world = new World();
    await world.complete('load');
    await world.run('load');
    world.kernel.restart();
    expect(measures(world.cell('load'))).toEqual(NONE);
  });
});

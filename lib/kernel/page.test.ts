import { describe, expect, it } from 'vitest';
import { DONE, STOPPED } from './testing/fake-sandbox';
import { LESSON, RATE, STEERED, World, controlOutput, settle, text } from './testing/fake-world';
import type { Keepsake } from './state';

const spec = (id: string, code: string) => ({ id, title: `New ${id}`, code });
const types = (world: World) => world.worker.received.map(({ type }) => type);

describe('a cell that is put on the page', () => {
  it('is there as any other', async () => {
    const world = new World();
    await world.complete('train');
    world.kernel.insert(spec('new', 'const twice = 2 * model;'), 1);
    expect(world.snapshot.order).toEqual(['load', 'new', 'train', 'test', 'apart']);
    expect(world.cell('new')).toMatchObject({ state: 'idle', parents: ['train'] });
    await world.complete('new');
    expect(world.sent).toEqual(['load', 'train', 'new']);
  });

  it('can be put there before anything was loaded', async () => {
    const world = new World({ cells: {} });
    world.kernel.insert(spec('a', 'const x = 1;'), 0);
    world.kernel.insert(spec('b', 'x'), 5);
    await world.complete('b');
    expect(world.snapshot.order).toEqual(['a', 'b']);
    expect(world.states).toEqual(['done', 'done']);
  });

  it('needs an id of its own', () => {
    const { kernel } = new World();
    expect(() => kernel.insert(spec('load', ''), 0)).toThrow('a cell “load” already');
  });

  it('changes what the names of others mean', async () => {
    const world = new World();
    await world.complete('train');
    world.kernel.insert(spec('new', 'const rows = 2;'), 0);
    expect(world.cell('load').state).toBe('stale');
    expect(world.cell('train')).toMatchObject({ state: 'stale', parents: ['new'] });
  });
});

describe('a cell that is taken from the page', () => {
  it('takes its variables along, and leaves stale what read them', async () => {
    const world = new World();
    await world.complete('test');
    world.kernel.remove('load');
    expect(world.worker.received.at(-1)).toEqual({ type: 'forget', cell: 'load' });
    expect(world.snapshot.order).toEqual(['train', 'test', 'apart']);
    expect(world.states).toEqual(['stale', 'stale', 'idle']);
    expect(world.cell('train').because).toEqual({ kind: 'input', cell: 'load' });
    world.kernel.remove('load');
    expect(world.states).toEqual(['stale', 'stale', 'idle']);
  });

  it('takes along what was asked for it', async () => {
    const world = new World();
    await world.run('load');
    world.kernel.run('apart');
    world.kernel.run('test');
    world.kernel.remove('apart');
    world.finishAll();
    expect(world.sent).toEqual(['load', 'train', 'test']);
  });

  it('is stopped first when it runs, and what waits goes on then', async () => {
    const world = new World();
    await world.run('load');
    world.kernel.run('apart');
    world.kernel.remove('load');
    expect(world.frame.received.at(-1)).toMatchObject({ type: 'interrupt', run: 1 });
    expect(world.states).toEqual(['idle', 'idle', 'queued']);
    world.worker.finish(STOPPED);
    expect(types(world)).toEqual(['run', 'forget', 'run']);
    world.finishAll();
    expect(world.states).toEqual(['idle', 'idle', 'done']);
  });

  it('costs the worker when it does not stop in time', async () => {
    const world = new World();
    await world.run('load');
    world.kernel.remove('load');
    world.clock.advance(500);
    expect(world.frame.workers).toHaveLength(2);
    await world.complete('apart');
    expect(world.states).toEqual(['idle', 'idle', 'done']);
  });

  it('can come back while its run still ends, which is not the new one’s', async () => {
    const world = new World();
    await world.run('load');
    world.kernel.remove('load');
    world.kernel.insert(spec('load', LESSON.load), 0);
    expect(world.cell('load').state).toBe('idle');
    world.show(text('late'));
    world.worker.finish(DONE);
    expect(world.cell('load')).toMatchObject({ state: 'idle', outputs: [] });
    await world.complete('load');
    expect(world.cell('load').state).toBe('done');
  });
});

describe('the order and the names of cells', () => {
  it('can be changed without anything turning stale', async () => {
    const world = new World();
    await world.complete('test');
    world.kernel.move('load', 3);
    expect(world.snapshot.order).toEqual(['train', 'test', 'apart', 'load']);
    world.kernel.move('apart', 0);
    expect(world.snapshot.order).toEqual(['apart', 'train', 'test', 'load']);
    world.kernel.rename('load', 'Rows');
    expect(world.cell('load').title).toBe('Rows');
    expect(world.states).toEqual(['idle', 'done', 'done', 'done']);
  });

  it('tell nobody when they stay', () => {
    const world = new World();
    world.kernel.move('load', 0);
    world.kernel.rename('load', world.cell('load').title);
    world.kernel.move('none', 0);
    world.kernel.rename('none', 'x');
    expect(world.notified).toBe(0);
  });

  it('show in what is said of them', async () => {
    const world = new World();
    world.kernel.edit('apart', 'const rows = 5;');
    world.kernel.rename('load', 'Rows');
    await world.run('apart');
    expect(world.cell('apart').error?.message).toContain('the cell “Rows”');
  });
});

it('goes back to another original', () => {
  const world = new World();
  world.kernel.setOriginal('load', 'const rows = 3;');
  expect(world.cell('load').code).toBe(LESSON.load);
  world.kernel.reset('load');
  expect(world.cell('load').code).toBe('const rows = 3;');
});

describe('what an earlier visit has shown', () => {
  const KEPT: Keepsake = {
    code: STEERED.rate,
    outputs: [controlOutput(RATE), text('of then')],
    figures: {},
    error: null,
    ms: 5,
    device: 'cpu',
    memory: null,
    controls: { Rate: 0.7 },
  };

  it('is put back, and says that it is old, also when the code is edited', () => {
    const world = new World({ cells: STEERED });
    world.kernel.restore('rate', KEPT, 'visit');
    expect(world.cell('rate')).toMatchObject({
      state: 'stale',
      because: { kind: 'before' },
      restored: 'visit',
      outputs: KEPT.outputs,
      controls: { Rate: 0.7 },
      ms: 5,
    });
    world.kernel.edit('rate', '1');
    expect(world.cell('rate').because).toEqual({ kind: 'before' });
  });

  it('is told from what was shown before a deletion', () => {
    const world = new World({ cells: STEERED });
    world.kernel.restore('rate', KEPT, 'deletion');
    expect(world.cell('rate')).toMatchObject({
      ...{ state: 'stale', because: { kind: 'deleted' }, restored: 'deletion' },
    });
  });

  it('goes with the first thing that a run shows', async () => {
    const world = new World({ cells: STEERED });
    world.kernel.restore('rate', KEPT, 'visit');
    await world.run('rate');
    expect(world.worker.last.controls).toEqual({ Rate: 0.7 });
    expect(world.cell('rate').restored).toBe('visit');
    world.show(text('new'));
    expect(world.cell('rate')).toMatchObject({ restored: null, outputs: [text('new')] });
    world.worker.finish();
    expect(world.cell('rate').state).toBe('done');
    world.kernel.restore('rate', KEPT, 'visit');
    expect(world.cell('rate').outputs).toEqual([text('new')]);
  });

  it('has controls that can be moved, and runs nothing', () => {
    const world = new World({ cells: STEERED });
    world.kernel.restore('rate', KEPT, 'visit');
    world.kernel.setControl('rate', 'Rate', 0.2);
    expect(world.cell('rate')).toMatchObject({ state: 'stale', controls: { Rate: 0.2 } });
    expect(world.frames).toEqual([]);
  });

  it('brings no positions that the worker would refuse', async () => {
    const world = new World({ cells: STEERED });
    const controls = { Rate: NaN, Other: {} as number, Good: 1 };
    world.kernel.restore('rate', { ...KEPT, controls }, 'visit');
    await world.run('rate');
    expect(world.worker.last.controls).toEqual({ Good: 1 });
  });

  it('is run by Run stale', async () => {
    const world = new World({ cells: STEERED });
    world.kernel.restore('plot', { ...KEPT, outputs: [] }, 'visit');
    world.kernel.runStale();
    await settle();
    world.finishAll();
    expect(world.sent).toEqual(['rate', 'plot']);
  });
});

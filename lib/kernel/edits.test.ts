import { describe, expect, it } from 'vitest';
import { LIMITS } from '@/lib/protocol';
import { FAILED } from './testing/fake-sandbox';
import { World, settle, titleOf } from './testing/fake-world';

describe('edit', () => {
  it('makes the cell and its descendants stale at once', async () => {
    const world = new World();
    await world.complete('test');
    world.kernel.edit('load', 'const rows = 9;');
    expect(world.states).toEqual(['stale', 'stale', 'stale', 'idle']);
  });

  it('tells at once, in both cells, that they declare one name, and nothing of code half written', async () => {
    const world = new World();
    await world.complete('test');
    world.kernel.edit('apart', 'const rows = 9;');
    await settle();
    expect(world.cell('apart').conflict?.message).toContain(`“${titleOf('load')}”`);
    expect(world.cell('load').conflict?.message).toContain(`“${titleOf('apart')}”`);
    expect(world.cell('test').conflict).toBeNull();
    world.kernel.edit('apart', 'const rows = ');
    await settle();
    expect(world.cell('apart').conflict).toBeNull();
  });

  it('makes all fresh again when the code comes back', async () => {
    const world = new World();
    await world.complete('test');
    world.kernel.edit('load', 'const rows = 9;');
    world.kernel.reset('load');
    expect(world.states).toEqual(['done', 'done', 'done', 'idle']);
  });

  it('leaves a descendant stale that has read another run', async () => {
    const world = new World();
    await world.complete('train');
    world.kernel.edit('load', 'const rows = 9;');
    await world.complete('load');
    world.kernel.reset('load');
    await world.complete('load');
    expect(world.states).toEqual(['done', 'stale', 'idle', 'idle']);
  });

  it('leaves a cell stale that was edited while it ran', async () => {
    const world = new World();
    await world.run('load');
    world.kernel.edit('load', 'const rows = 9;');
    expect(world.cell('load').state).toBe('running');
    world.worker.finish();
    expect(world.cell('load').state).toBe('stale');
    world.kernel.reset('load');
    expect(world.cell('load').state).toBe('done');
  });

  it('does not run an ancestor twice for one request when it is edited on the way', async () => {
    const world = new World();
    await world.run('train');
    world.kernel.edit('load', 'const rows = 9;');
    world.finishAll();
    expect(world.sent).toEqual(['load', 'train']);
    expect(world.states).toEqual(['stale', 'stale', 'idle', 'idle']);
  });

  it('makes a failed cell stale', async () => {
    const world = new World();
    await world.run('load');
    world.worker.finish(FAILED);
    world.kernel.edit('load', 'const rows = 9;');
    expect(world.cell('load').state).toBe('stale');
    world.kernel.reset('load');
    expect(world.cell('load').state).toBe('error');
  });

  it('makes a cell stale whose name now comes from elsewhere', async () => {
    const world = new World({ cells: { a: 'const x = 1;', b: '2', c: 'x' } });
    await world.complete('c');
    await world.complete('b');
    world.kernel.edit('a', '1');
    world.kernel.edit('b', 'const x = 2;');
    expect(world.cell('c')).toMatchObject({ state: 'stale', parents: ['b'] });
    await world.complete('c');
    expect(world.worker.last.inputs).toEqual({ x: 'b' });
  });

  it('is not told when nothing changes, and keeps the other cells as they are', () => {
    const world = new World();
    const before = world.snapshot;
    world.kernel.edit('load', before.cells['load']!.code);
    expect(world.snapshot).toBe(before);
    expect(world.notified).toBe(0);
    world.kernel.edit('load', 'const rows = 2;');
    expect(world.notified).toBe(1);
    expect(world.cell('train')).toBe(before.cells['train']);
    expect(world.cell('load')).not.toBe(before.cells['load']);
    expect(before.cells['load']!.code).toBe('const rows = 1;');
  });
});

describe('problems that are seen before a run', () => {
  it('tells of a name declared twice without sending anything', async () => {
    const world = new World();
    world.kernel.edit('apart', 'const rows = 5;');
    await world.run('apart');
    expect(world.worker.runs).toEqual([]);
    expect(world.cell('apart').state).toBe('error');
    expect(world.cell('apart').error?.message).toContain('`rows` is also declared');
    world.kernel.reset('apart');
    expect(world.cell('apart').state).toBe('stale');
  });

  it('tells of them before the sandbox is up', async () => {
    const world = new World({ readyAtOnce: false });
    world.kernel.edit('apart', 'const const');
    await world.run('apart');
    expect(world.cell('apart').state).toBe('error');
  });

  it('runs nothing of a plan that has one, and says which cell it is', async () => {
    const world = new World();
    await world.run('apart');
    world.worker.finish();
    world.kernel.edit('train', 'const model = rows +;');
    await world.run('test');
    expect(world.sent).toEqual(['apart']);
    expect(world.states).toEqual(['idle', 'error', 'idle', 'done']);
    expect(world.snapshot.message).toBe(
      `“${titleOf('test')}” was not run, because “${titleOf('train')}” failed.`,
    );
  });

  it('makes a fresh cell stale when another declares its name', async () => {
    const world = new World();
    await world.complete('train');
    world.kernel.edit('apart', 'const rows = 5;');
    expect(world.states).toEqual(['stale', 'stale', 'idle', 'idle']);
  });

  it('does not send more code than the protocol allows', async () => {
    const world = new World();
    world.kernel.edit('load', `const rows = 1;${' '.repeat(LIMITS.code)}`);
    await world.run('load');
    expect(world.worker.runs).toEqual([]);
    expect(world.cell('load').error?.name).toBe('TooLong');
  });

  it('ends in a circle', async () => {
    const world = new World({ cells: { a: 'const x = y;', b: 'const y = x;' } });
    world.kernel.runAll();
    await settle();
    expect(world.states).toContain('error');
    expect(world.worker.runs).toEqual([]);
  });
});

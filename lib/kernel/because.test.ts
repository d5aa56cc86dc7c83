import { describe, expect, it } from 'vitest';
import { FAILED, STOPPED } from './testing/fake-sandbox';
import { World, text } from './testing/fake-world';

async function ready() {
  const world = new World();
  await world.complete('test');
  return world;
}

const because = (world: World) =>
  Object.fromEntries(world.snapshot.order.map((id) => [id, world.cell(id).because]));

describe('why a cell is stale', () => {
  it('is not said of one that is not', async () => {
    const world = await ready();
    expect(because(world)).toEqual({ load: null, train: null, test: null, apart: null });
  });

  it('is its own edit, or the cell with which it began', async () => {
    const world = await ready();
    world.kernel.edit('load', 'const rows = 2;');
    expect(because(world)).toMatchObject({
      load: { kind: 'edited' },
      train: { kind: 'input', cell: 'load' },
      test: { kind: 'input', cell: 'load' },
    });
    world.kernel.edit('test', '1');
    expect(world.cell('test').because).toEqual({ kind: 'edited' });
  });

  it('is a cell that was run again, or failed, or was stopped', async () => {
    const world = await ready();
    await world.complete('train');
    expect(world.cell('test').because).toEqual({ kind: 'input', cell: 'train' });
    for (const outcome of [FAILED, STOPPED]) {
      await world.run('load');
      world.worker.finish(outcome);
      expect(world.cell('load').because).toBeNull();
      expect(world.cell('test').because).toEqual({ kind: 'input', cell: 'load' });
    }
  });

  it('is a cell that is running', async () => {
    const world = await ready();
    await world.run('load');
    expect(world.cell('train').because).toEqual({ kind: 'input', cell: 'load' });
  });

  it('is the worker that is gone, unless the cell was edited', async () => {
    const world = await ready();
    world.kernel.edit('load', 'const rows = 2;');
    world.kernel.restart();
    expect(because(world)).toMatchObject({
      load: { kind: 'edited' },
      train: { kind: 'restarted' },
      test: { kind: 'restarted' },
    });
  });

  it('is another cell from which a name now comes', async () => {
    const world = await ready();
    world.kernel.edit('load', '1');
    world.kernel.edit('apart', 'const rows = 5;');
    expect(world.cell('train').because).toEqual({ kind: 'input', cell: 'apart' });
  });

  it('is an edit elsewhere, where that lets a cell run or keeps it from it', async () => {
    const world = await ready();
    world.kernel.edit('apart', 'const rows = 5;');
    expect(world.cell('load').because).toEqual({ kind: 'edited' });
    await world.run('apart');
    expect(world.cell('apart').state).toBe('error');
    world.kernel.edit('load', '1');
    expect(world.cell('apart').because).toEqual({ kind: 'edited' });
  });

  it('keeps its identity while it stays', async () => {
    const world = await ready();
    world.kernel.edit('load', 'const rows = 2;');
    const before = world.cell('train');
    await world.run('apart');
    world.show(text('x'));
    world.worker.finish();
    expect(world.cell('train')).toBe(before);
  });
});

import { describe, expect, it } from 'vitest';
import { FAILED } from './testing/fake-sandbox';
import { World, settle } from './testing/fake-world';

async function press(world: World, button: () => void) {
  const before = world.snapshot.status === 'ready' ? world.sent.length : 0;
  button();
  await settle();
  world.finishAll();
  return world.sent.slice(before);
}

describe('run to here', () => {
  it('runs from the top what is not fresh, and the cell in any case', async () => {
    const world = new World();
    expect(await press(world, () => world.kernel.runTo('test'))).toEqual(['load', 'train', 'test']);
    expect(await press(world, () => world.kernel.runTo('test'))).toEqual(['test']);
    world.kernel.edit('train', 'const model = rows + 3;');
    expect(await press(world, () => world.kernel.runTo('apart'))).toEqual([
      'train',
      'test',
      'apart',
    ]);
  });

  it('runs also what the cell does not need', async () => {
    const world = new World();
    expect(await press(world, () => world.kernel.runTo('apart'))).toHaveLength(4);
  });

  it('asks for nothing twice', async () => {
    const world = new World();
    await world.run('train');
    world.kernel.runTo('train');
    world.kernel.runTo('train');
    world.finishAll();
    expect(world.sent).toEqual(['load', 'train']);
  });

  it('throws for a cell that the lesson does not have', () => {
    expect(() => new World().kernel.runTo('none')).toThrow('no cell “none”');
  });
});

describe('run stale', () => {
  it('runs what ran once and is not fresh', async () => {
    const world = new World();
    await world.complete('train');
    expect(await press(world, () => world.kernel.runStale())).toEqual([]);
    world.kernel.edit('load', 'const rows = 2;');
    expect(await press(world, () => world.kernel.runStale())).toEqual(['load', 'train']);
    expect(world.states).toEqual(['done', 'done', 'idle', 'idle']);
  });

  it('tries again what failed', async () => {
    const world = new World();
    await world.run('apart');
    world.worker.finish(FAILED);
    expect(await press(world, () => world.kernel.runStale())).toEqual(['apart']);
  });

  it('starts nothing on a page where nothing ran', async () => {
    const world = new World();
    world.kernel.runStale();
    await settle();
    expect(world.frames).toEqual([]);
  });
});

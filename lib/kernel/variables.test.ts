import { describe, expect, it } from 'vitest';
import type { VariableReport } from '@/lib/protocol';
import { AS_WRITTEN, STEERED, World, settle } from './testing/fake-world';

const rows: VariableReport = {
  name: 'rows',
  cell: 'load',
  type: 'number',
  ...{ shape: null, bytes: null, preview: '1' },
};

const asked = (world: World) =>
  world.worker.received.filter(({ type }) => type === 'inspect').length;
const tell = (world: World) => world.worker.say({ type: 'variables', variables: [rows] });

describe('variables', () => {
  it('are not asked for while nobody watches', async () => {
    const world = new World();
    await world.complete('load');
    expect(world.snapshot.variables).toBeNull();
    expect(asked(world)).toBe(0);
    tell(world);
    expect(world.snapshot.variables).toBeNull();
  });

  it('are asked for at once, and after each run', async () => {
    const world = new World();
    await world.complete('load');
    world.kernel.watchVariables(true);
    expect([asked(world), world.snapshot.variables]).toEqual([1, []]);
    tell(world);
    expect(world.snapshot.variables).toEqual([rows]);
    await world.complete('train');
    expect(asked(world)).toBe(2);
    world.kernel.watchVariables(false);
    expect(world.snapshot.variables).toBeNull();
  });

  it('are asked for once more, when there was reason while the worker was asked', async () => {
    const world = new World();
    world.kernel.watchVariables(true);
    await world.complete('test');
    expect(asked(world)).toBe(1);
    tell(world);
    expect(asked(world)).toBe(2);
    tell(world);
    expect(asked(world)).toBe(2);
  });

  it('are gone with their worker, and asked for again in the next', async () => {
    const world = new World();
    await world.complete('load');
    world.kernel.watchVariables(true);
    tell(world);
    world.kernel.restart();
    expect(world.snapshot.variables).toEqual([]);
    await world.complete('load');
    expect(asked(world)).toBe(1);
  });

  it('are asked for when a control moves, or a cell goes', async () => {
    const world = new World({ cells: STEERED });
    await world.run('rate');
    world.kernel.setAutomatic('plot', false);
    world.finishAll(AS_WRITTEN);
    world.kernel.watchVariables(true);
    tell(world);
    world.kernel.setControl('rate', 'Rate', 0.7);
    expect(asked(world)).toBe(2);
    tell(world);
    world.kernel.remove('rate');
    expect(asked(world)).toBe(3);
  });

  it('wait for a sandbox that starts', async () => {
    const world = new World({ readyAtOnce: false });
    world.kernel.watchVariables(true);
    world.kernel.warm();
    await settle();
    expect(asked(world)).toBe(0);
    expect(world.snapshot.variables).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { AS_WRITTEN, TRAINED, World, curve, point, settle } from './testing/fake-world';

const steps = (world: World) => world.cell('train').figures['f']?.frames.map(({ step }) => step);

/** Runs to the cell that trains, which draws an epoch after each of these steps and keeps their states. */
async function train(world: World, press: () => void, drawn: number[], from: number | null = null) {
  press();
  await settle();
  while (world.worker.last.cell !== 'train') world.worker.finish();
  world.show(curve('f'));
  world.draw(...drawn.map((step) => point('f', step)));
  const { run } = world.worker.last;
  const kept = from === null ? drawn : [0, 1, 2, 3].filter((step) => step <= from).concat(drawn);
  world.worker.say({ type: 'states', run, steps: kept, stepName: 'epoch', from });
  world.finishAll(AS_WRITTEN);
}

async function trained() {
  const world = new World({ cells: TRAINED });
  await train(world, () => world.kernel.run('train'), [0, 1, 2, 3]);
  return world;
}

describe('training on from a step', () => {
  it('runs the cell from there, after what made its model, and says so', async () => {
    const world = await trained();
    expect(world.cell('train').branches).toEqual({ steps: [0, 1, 2, 3], stepName: 'epoch' });
    const before = world.sent.length;
    await train(world, () => world.kernel.trainFrom('train', 1), [2, 3], 1);
    expect(world.sent.slice(before)).toEqual(['build', 'train']);
    expect(world.worker.runs.slice(before).map(({ from }) => from)).toEqual([null, 1]);
    expect(world.cell('train')).toMatchObject({ state: 'done', branchedAt: [1], trainedOn: 0 });
  });

  it('keeps what was drawn up to that step, and nothing after', async () => {
    const world = await trained();
    world.kernel.trainFrom('train', 1);
    await settle();
    while (world.worker.last.cell !== 'train') world.worker.finish();
    world.show(curve('f'));
    expect(steps(world)).toEqual([0, 1]);
    world.draw(point('f', 2));
    expect(steps(world)).toEqual([0, 1, 2]);
  });

  it('counts the branches on which the present one stands', async () => {
    const world = await trained();
    await train(world, () => world.kernel.trainFrom('train', 1), [2, 3], 1);
    await train(world, () => world.kernel.trainFrom('train', 2), [3], 2);
    expect(world.cell('train').branchedAt).toEqual([1, 2]);
    await train(world, () => world.kernel.trainFrom('train', 0), [1, 2, 3], 0);
    expect(world.cell('train').branchedAt).toEqual([0]);
  });

  it('is over with the next run', async () => {
    const world = await trained();
    await train(world, () => world.kernel.trainFrom('train', 1), [2, 3], 1);
    await train(world, () => world.kernel.run('train'), [0, 1]);
    expect(world.cell('train').branchedAt).toEqual([]);
    expect(steps(world)).toEqual([0, 1]);
    expect(world.worker.last.from).toBeNull();
  });

  it('is not told of a run that did not go on from there', async () => {
    const world = await trained();
    await train(world, () => world.kernel.trainFrom('train', 1), [0, 1, 2]);
    expect(world.cell('train').branchedAt).toEqual([]);
  });

  it('can not be asked for where no state is kept', async () => {
    const world = await trained();
    const before = world.sent.length;
    world.kernel.trainFrom('train', 17);
    world.kernel.trainFrom('build', 0);
    await settle();
    expect(world.sent).toHaveLength(before);
    world.kernel.restart();
    expect(world.cell('train').branches.steps).toEqual([]);
  });
});

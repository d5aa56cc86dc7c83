import { describe, expect, it } from 'vitest';
import { FAILED } from './testing/fake-sandbox';
import { LESSON, TRAINED, World, settle, titleOf } from './testing/fake-world';

describe('run all', () => {
  it('runs every cell of a fresh page, in order', async () => {
    const world = new World();
    world.kernel.runAll();
    expect(world.states).toEqual(['queued', 'queued', 'queued', 'queued']);
    await settle();
    world.finishAll();
    expect(world.sent).toEqual(['load', 'train', 'test', 'apart']);
  });

  it('runs only what is not fresh', async () => {
    const world = new World();
    await world.complete('train');
    world.kernel.runAll();
    world.finishAll();
    expect(world.sent).toEqual(['load', 'train', 'test', 'apart']);
  });

  it('runs all again when all are fresh', async () => {
    const world = new World();
    world.kernel.runAll();
    await settle();
    world.finishAll();
    world.kernel.runAll();
    world.finishAll();
    expect(world.sent).toHaveLength(8);
    expect(world.states).toEqual(['done', 'done', 'done', 'done']);
  });

  it('changes nothing when all is on its way', async () => {
    const world = new World();
    world.kernel.runAll();
    await settle();
    world.kernel.runAll();
    world.finishAll();
    expect(world.sent).toHaveLength(4);
  });

  it('goes on after a failure with the cells that do not need the failed one, and names the others', async () => {
    const world = new World({
      cells: { ...LESSON, deep: 'score', more: 'const size = 3;', sum: 'size' },
    });
    world.kernel.runAll();
    await settle();
    world.worker.finish();
    world.worker.finish(FAILED);
    expect(world.states).toEqual(['done', 'error', 'idle', 'running', 'idle', 'queued', 'queued']);
    expect(world.snapshot.message).toBe(
      `2 cells were not run, because “${titleOf('train')}” failed.`,
    );
    world.finishAll();
    expect(world.sent).toEqual(['load', 'train', 'apart', 'more', 'sum']);
    expect(world.states).toEqual(['done', 'error', 'idle', 'done', 'idle', 'done', 'done']);
  });

  it('counts what several failures have left out', async () => {
    const cells = { a: 'const x = 1;', b: 'x', c: 'const y = 2;', d: 'y', e: '1' };
    const world = new World({ cells });
    world.kernel.runAll();
    await settle();
    world.worker.finish(FAILED);
    world.worker.finish(FAILED);
    world.finishAll();
    expect(world.sent).toEqual(['a', 'c', 'e']);
    expect(world.states).toEqual(['error', 'idle', 'error', 'idle', 'done']);
    expect(world.snapshot.message).toBe('2 cells were not run, because 2 others failed.');
  });

  it('leaves stale what ran before and needs the failed cell, with that as the reason', async () => {
    const world = new World();
    world.kernel.runAll();
    await settle();
    world.finishAll();
    world.kernel.edit('load', 'const rows = 2;');
    world.kernel.runAll();
    world.worker.finish(FAILED);
    expect(world.states).toEqual(['error', 'stale', 'stale', 'done']);
    expect(world.cell('test').because).toEqual({ kind: 'input', cell: 'load' });
  });

  it('leaves out what reads a model whose training has failed', async () => {
    const world = new World({ cells: { ...TRAINED, apart: '1' } });
    world.kernel.runAll();
    await settle();
    world.worker.finish();
    world.worker.finish();
    world.worker.finish(FAILED);
    world.finishAll();
    expect(world.sent).toEqual(['build', 'before', 'train', 'apart']);
    expect(world.states).toEqual(['done', 'done', 'error', 'idle', 'done']);
  });

  it('does not go on in a new worker, which has nothing of what ran', async () => {
    const world = new World();
    world.kernel.runAll();
    await settle();
    world.worker.finish();
    world.worker.say({ type: 'lost', device: 'webgl', message: 'It was lost.' });
    await settle();
    expect(world.states).toEqual(['stale', 'error', 'idle', 'idle']);
    expect(world.sent).toEqual([]);
  });
});

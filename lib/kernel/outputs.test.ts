import { describe, expect, it } from 'vitest';
import { LIMITS } from '@/lib/protocol';
import { FAILED } from './testing/fake-sandbox';
import { World, curve, point, text } from './testing/fake-world';

const words = (world: World) =>
  world.cell('load').outputs.map((output) => ('text' in output ? output.text : output.kind));

const steps = (world: World, figure = 'f') =>
  world.cell('load').figures[figure]?.frames.map(({ step }) => step);

describe('outputs', () => {
  it('come in batches, in order', async () => {
    const world = new World();
    await world.run('load');
    world.show(text('a'), text('b'));
    world.show(text('c'));
    expect(words(world)).toEqual(['a', 'b', 'c']);
  });

  it('of the former run stay until the first of the new one', async () => {
    const world = new World();
    await world.run('load');
    world.show(text('old'), curve('f'));
    world.draw(point('f', 0));
    world.worker.finish(FAILED);
    await world.run('load');
    expect(words(world)).toEqual(['old', 'figure']);
    expect(world.cell('load').error).not.toBeNull();
    world.show(text('new'));
    expect(words(world)).toEqual(['new']);
    expect(world.cell('load')).toMatchObject({ figures: {}, error: null });
  });

  it('of the former run go at the end of one that shows nothing', async () => {
    const world = new World();
    await world.run('load');
    world.show(text('old'));
    world.worker.finish();
    await world.run('load');
    world.worker.finish();
    expect(world.cell('load').outputs).toEqual([]);
  });

  it('of a superseded run are dropped', async () => {
    const world = new World();
    await world.complete('load');
    await world.run('load');
    world.worker.say({ type: 'outputs', run: 1, outputs: [text('late')] });
    world.worker.finish(undefined, 1);
    expect(words(world)).toEqual([]);
    expect(world.cell('load').state).toBe('running');
  });

  it('that a timer brings after the end still belong to the cell', async () => {
    const world = new World();
    await world.complete('load');
    await world.run('apart');
    world.worker.say({ type: 'outputs', run: 1, outputs: [text('late')] });
    expect(words(world)).toEqual(['late']);
    expect(world.cell('load').state).toBe('done');
  });

  it('past the cap are dropped, with one notice', async () => {
    const world = new World();
    await world.run('load');
    const many = Array.from({ length: LIMITS.outputs }, () => text('x'));
    world.show(...many);
    expect(words(world)).toHaveLength(LIMITS.outputs);
    world.show(...many);
    world.show(text('more'));
    const shown = world.cell('load').outputs;
    expect(shown.length).toBeLessThan(LIMITS.outputs + 30);
    expect(shown.filter(({ kind }) => kind === 'notice')).toHaveLength(1);
    expect(shown.at(-1)?.kind).toBe('notice');
  });

  it('past the cap of characters are dropped, and the next run starts anew', async () => {
    const world = new World();
    await world.run('load');
    for (let i = 0; i < 4; i++) world.show(text('x'.repeat(LIMITS.characters)));
    expect(world.cell('load').outputs.map(({ kind }) => kind)).toEqual(['text', 'notice']);
    world.worker.finish();
    await world.run('load');
    world.show(text('short'));
    expect(words(world)).toEqual(['short']);
  });

  it('that are tables of nothing are capped too', async () => {
    const world = new World();
    await world.run('load');
    const rows = new Array(LIMITS.tableRows).fill(new Array(LIMITS.tableColumns).fill(null));
    for (let i = 0; i < 20; i++) {
      world.show({ kind: 'table', caption: '', columns: [], rows, omitted: 0 });
    }
    expect(world.cell('load').outputs.length).toBeLessThan(5);
  });

  it('are told to listeners at most once a frame; the end is told at once', async () => {
    const world = new World();
    await world.run('load');
    world.notified = 0;
    for (let i = 0; i < 100; i++) world.show(text('x'));
    expect(world.notified).toBe(0);
    world.clock.advance(16);
    expect(world.notified).toBe(1);
    world.show(text('last'));
    world.worker.finish();
    expect(world.notified).toBe(2);
    world.clock.advance(1_000);
    expect(world.notified).toBe(2);
  });
});

describe('figures', () => {
  it('gather frames in order of step', async () => {
    const world = new World();
    await world.run('load');
    world.show(curve('f'), curve('g'));
    world.draw(point('f', 0), point('g', 5), point('f', 2));
    world.draw(point('f', 1), point('f', 2, 0.5));
    expect(steps(world)).toEqual([0, 1, 2]);
    expect(world.cell('load').figures['f']?.frames.at(-1)?.data).toEqual({ values: { loss: 0.5 } });
    expect(steps(world, 'g')).toEqual([5]);
  });

  it('keep their reference while others change', async () => {
    const world = new World();
    await world.run('load');
    world.show(curve('f'), curve('g'));
    world.draw(point('f', 0), point('g', 0));
    const before = world.cell('load').figures;
    world.draw(point('g', 1));
    expect(world.cell('load').figures['f']).toBe(before['f']);
    expect(world.cell('load').figures['g']).not.toBe(before['g']);
    expect(before['g']?.frames).toHaveLength(1);
  });

  it('keep a bounded number of frames, with the first and the last', async () => {
    const world = new World();
    await world.run('load');
    world.show(curve('f'));
    for (let step = 0; step <= 1_000; step++) world.draw(point('f', step));
    const kept = steps(world) ?? [];
    expect(kept).toHaveLength(LIMITS.framesKept);
    expect(kept[0]).toBe(0);
    expect(kept.at(-1)).toBe(1_000);
  });

  it('keep fewer frames when they are large', async () => {
    const world = new World();
    await world.run('load');
    const figure = { ...curve('m'), figure: { ...figureOf('m'), kind: 'matrix' as const } };
    world.show({ kind: 'figure', figure: figure.figure });
    const rows = LIMITS.frameNumbers / 1_000;
    for (let step = 0; step < 20; step++) {
      const values = new Float32Array(LIMITS.frameNumbers);
      const data = { rows, columns: 1_000, values, rowLabels: [], columnLabels: [] };
      world.draw({ figure: 'm', kind: 'matrix', step, data: { ...data, scale: 'diverging' } });
    }
    expect(steps(world, 'm')).toHaveLength(LIMITS.numbersKept / LIMITS.frameNumbers);
  });

  it('take no frames that were not declared, or are of another kind', async () => {
    const world = new World();
    await world.run('load');
    world.show(curve('f'));
    world.draw(point('__proto__', 0), point('g', 0));
    world.draw({
      figure: 'f',
      kind: 'confusion',
      step: 0,
      data: { labels: ['a'], counts: new Uint32Array(1) },
    });
    expect(Object.keys(world.cell('load').figures)).toEqual(['f']);
    expect(steps(world)).toEqual([]);
  });
});

function figureOf(id: string) {
  return { id, title: 'Weights', caption: '', stepName: 'epoch' };
}

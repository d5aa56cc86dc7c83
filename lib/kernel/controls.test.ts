import { describe, expect, it } from 'vitest';
import type { Control, ControlValue } from '@/lib/protocol';
import { AS_WRITTEN, RATE, STEERED, World, controlOutput, settle } from './testing/fake-world';

/** All cells have run; nothing runs by itself, so that what turns stale stays so. */
async function ready(cells: Record<string, string> = STEERED) {
  const world = new World({ cells });
  for (const id of world.snapshot.order) world.kernel.setAutomatic(id, false);
  world.kernel.runAll();
  await settle();
  world.finishAll(AS_WRITTEN);
  return world;
}

const moves = (world: World) => world.worker.received.filter(({ type }) => type === 'control');

describe('a control that is moved', () => {
  it('tells the worker at once, and makes stale what reads it, but not its own cell', async () => {
    const world = await ready();
    world.kernel.setControl('rate', 'Rate', 0.7);
    expect(moves(world)).toEqual([{ type: 'control', cell: 'rate', key: 'Rate', value: 0.7 }]);
    expect(world.states).toEqual(['done', 'stale', 'stale', 'done']);
    expect(world.cell('rate').controls).toEqual({ Rate: 0.7 });
    expect(world.cell('plot').because).toEqual({ kind: 'control', label: 'Rate' });
    expect(world.cell('words').because).toEqual({ kind: 'input', cell: 'plot' });
  });

  it('makes all fresh again when it comes back', async () => {
    const world = await ready();
    world.kernel.setControl('rate', 'Rate', 0.7);
    world.kernel.setControl('rate', 'Rate', RATE.value as number);
    expect(world.states).toEqual(['done', 'done', 'done', 'done']);
  });

  it('goes with every run of its cell, also in a new worker', async () => {
    const world = await ready();
    world.kernel.setControl('rate', 'Rate', 0.7);
    world.kernel.restart();
    await world.run('rate');
    expect(world.worker.last.controls).toEqual({ Rate: 0.7 });
    expect(moves(world)).toEqual([]);
  });

  it('makes its own cell stale where that reads it, or uses it in an expression', async () => {
    const own = await ready({ rate: "const rate = input.slider('Rate'); display(rate);" });
    own.kernel.setControl('rate', 'Rate', 0.7);
    expect(own.cell('rate').because).toEqual({ kind: 'control', label: 'Rate' });
    const unnamed = new World({ cells: { a: "input.slider('Rate') * 2" } });
    unnamed.kernel.setAutomatic('a', false);
    await unnamed.run('a');
    unnamed.finishAll({ a: { controls: [{ ...RATE, name: null }] } });
    unnamed.kernel.setControl('a', 'Rate', 0.7);
    expect(unnamed.cell('a').state).toBe('stale');
  });

  it('that no longer fits counts as never moved', async () => {
    const world = await ready();
    world.kernel.setControl('rate', 'Rate', 0.7);
    world.kernel.edit('rate', "const rate = input.slider('Rate', { max: 0.6 });");
    const narrow = { ...RATE, max: 0.6 } as Control;
    world.kernel.runAll();
    world.finishAll({ rate: { controls: [narrow] } });
    expect(world.states).toEqual(['done', 'done', 'done', 'done']);
    world.kernel.setControl('rate', 'Rate', 0.5);
    expect(world.states).toEqual(['done', 'done', 'done', 'done']);
    world.kernel.setControl('rate', 'Rate', 0.2);
    expect(world.cell('plot').state).toBe('stale');
  });

  it.each<[string, string, ControlValue]>([
    ['of another kind', 'Rate', 'fast'],
    ['out of range', 'Rate', 2],
    ['not a number', 'Rate', NaN],
    ['of a control that is not there', 'Speed', 0.7],
    ['where it stands already', 'Rate', 0.5],
  ])('is not moved by a value %s', async (_what, key, value) => {
    const world = await ready();
    const before = world.snapshot;
    world.kernel.setControl('rate', key, value);
    world.kernel.setControl('nowhere', key, value);
    expect(world.snapshot).toBe(before);
    expect(moves(world)).toEqual([]);
  });

  it('is compared by what drawings and points hold', async () => {
    const base = { key: 'P', name: 'rate', label: 'P' } as const;
    const pad: Control = { ...base, kind: 'draw', size: 2, value: new Float32Array(4) };
    const world = new World({ cells: STEERED });
    world.kernel.setAutomatic('plot', false);
    await world.run('plot');
    world.finishAll({ rate: { controls: [pad] } });
    world.kernel.setControl('rate', 'P', new Float32Array([0, 1, 0, 0]));
    expect(world.cell('plot').state).toBe('stale');
    world.kernel.setControl('rate', 'P', new Float32Array(4));
    expect(world.cell('plot').state).toBe('done');
  });
});

describe('a control that is moved while something runs', () => {
  it('makes the run that reads it stale, though it comes back', async () => {
    const world = await ready();
    await world.run('plot');
    world.kernel.setControl('rate', 'Rate', 0.7);
    world.kernel.setControl('rate', 'Rate', 0.5);
    world.finishAll();
    expect(world.cell('plot')).toMatchObject({
      state: 'stale',
      because: { kind: 'steered', label: 'Rate' },
    });
    await world.complete('plot');
    expect(world.cell('plot').state).toBe('done');
  });

  it('makes stale what sees it through the function of another cell', async () => {
    const world = await ready({ ...STEERED, plot: 'const curve = () => 2 * rate;' });
    await world.run('words');
    world.kernel.setControl('rate', 'Rate', 0.7);
    world.kernel.setControl('rate', 'Rate', 0.5);
    world.finishAll();
    expect(world.states).toEqual(['done', 'done', 'stale', 'done']);
  });

  it('makes stale what saw it through a function before it came back', async () => {
    const cells = {
      rate: STEERED.rate,
      plot: 'const curve = () => 2 * rate;',
      apart: 'const other = 5;',
      words: 'const words = curve() + other;',
    };
    const world = new World({ cells });
    for (const id of world.snapshot.order) world.kernel.setAutomatic(id, false);
    await world.run('words');
    world.show(controlOutput(RATE));
    world.worker.finish();
    world.worker.finish();
    expect(world.cell('apart').state).toBe('running');
    world.kernel.setControl('rate', 'Rate', 0.7);
    world.finishAll();
    world.kernel.setControl('rate', 'Rate', 0.5);
    expect(world.states).toEqual(['done', 'done', 'done', 'stale']);
    expect(world.cell('words').because).toEqual({ kind: 'control', label: 'Rate' });
  });

  it('makes stale what saw it while the code that makes it was edited, and came back', async () => {
    const world = new World({ cells: STEERED });
    for (const id of world.snapshot.order) world.kernel.setAutomatic(id, false);
    await world.run('plot');
    world.show(controlOutput(RATE));
    world.kernel.edit('rate', 'const rate = 1;');
    world.finishAll();
    expect(world.sent).toEqual(['rate', 'plot']);
    world.kernel.reset('rate');
    expect(world.cell('plot').state).toBe('done');
    world.kernel.setControl('rate', 'Rate', 0.7);
    expect(world.cell('plot').because).toEqual({ kind: 'control', label: 'Rate' });
  });

  it('leaves alone what does not read it', async () => {
    const world = await ready();
    await world.run('apart');
    world.kernel.setControl('rate', 'Rate', 0.7);
    world.finishAll();
    expect(world.cell('apart').state).toBe('done');
  });

  it('leaves its own cell fresh, where that does not read it', async () => {
    const world = await ready();
    await world.run('rate');
    world.kernel.setControl('rate', 'Rate', 0.7);
    world.finishAll(AS_WRITTEN);
    expect(moves(world)).toHaveLength(1);
    expect(world.cell('rate').state).toBe('done');
  });

  it('can be moved while its own cell runs anew and has not shown it yet, or has failed', async () => {
    const world = await ready();
    await world.run('rate');
    world.show({ kind: 'text', text: 'first' });
    world.kernel.setControl('rate', 'Rate', 0.7);
    expect(world.cell('rate').controls).toEqual({ Rate: 0.7 });
    world.show(controlOutput(RATE));
    world.worker.finish();
    world.kernel.setControl('rate', 'Rate', 0.8);
    expect(world.cell('rate').controls).toEqual({ Rate: 0.8 });
    await world.run('rate');
    world.worker.finish();
    world.kernel.setControl('rate', 'Rate', 0.9);
    expect(world.cell('rate').controls).toEqual({ Rate: 0.8 });
  });
});

import { describe, expect, it } from 'vitest';
import { LIMITS } from '@/lib/protocol';
import { READY } from './testing/fake-sandbox';
import { World, text } from './testing/fake-world';

describe('messages that are not of the protocol', () => {
  it('are dropped, with one notice in the cell', async () => {
    const world = new World();
    await world.run('load');
    const bad = { type: 'outputs', run: 1, outputs: [{ kind: 'html', html: '<b>' }] };
    world.worker.port.postMessage(bad);
    world.worker.port.postMessage(bad);
    world.show(text('good'));
    expect(world.cell('load').outputs.map(({ kind }) => kind)).toEqual(['notice', 'text']);
  });

  it('end the worker when there are 100', async () => {
    const world = new World();
    await world.run('load');
    for (let i = 0; i < 99; i++) world.worker.port.postMessage(i);
    expect(world.cell('load').state).toBe('running');
    world.worker.port.postMessage('the hundredth');
    expect(world.cell('load').error?.message).toMatch(/does not understand/);
    expect(world.frames).toHaveLength(2);
  });

  it('end the worker when there are too many in a second', async () => {
    const world = new World();
    await world.run('load');
    const flood = (count: number) => {
      for (let i = 0; i < count; i++) world.worker.say({ type: 'started', run: 1 });
    };
    flood(LIMITS.messagesPerSecond - 10);
    world.clock.advance(1_000);
    flood(LIMITS.messagesPerSecond);
    expect(world.cell('load').state).toBe('running');
    flood(1);
    expect(world.cell('load').error?.message).toMatch(/more messages than/);
  });
});

describe('devices', () => {
  const toDevice = (world: World) =>
    world.worker.received.filter(({ type }) => type === 'device' || type === 'run');

  it('are told by the worker', async () => {
    const world = new World();
    world.kernel.warm();
    expect(world.snapshot.device).toEqual(READY.device);
    const device = { device: 'wasm', reason: 'It is faster.', fellBack: false } as const;
    world.worker.say({ type: 'device', device, devices: [] });
    expect(world.snapshot).toMatchObject({ device, devices: [] });
  });

  it('are chosen at once when nothing runs, and cells stay fresh', async () => {
    const world = new World();
    await world.complete('load');
    world.kernel.chooseDevice('wasm');
    expect(world.snapshot.choice).toBe('wasm');
    expect(world.worker.received.at(-1)).toEqual({ type: 'device', choice: 'wasm' });
    expect(world.cell('load').state).toBe('done');
  });

  it('are chosen when the run that is going on has ended, before the next one', async () => {
    const world = new World();
    await world.run('train');
    world.kernel.chooseDevice('webgl');
    world.kernel.chooseDevice('wasm');
    expect(toDevice(world)).toHaveLength(1);
    world.worker.finish();
    expect(toDevice(world).slice(1)).toMatchObject([
      { type: 'device', choice: 'wasm' },
      { type: 'run', cell: 'train' },
    ]);
  });

  it('are chosen again for each new worker', async () => {
    const world = new World();
    world.kernel.chooseDevice('cpu');
    world.kernel.warm();
    expect(world.worker.received).toEqual([{ type: 'device', choice: 'cpu' }]);
    world.kernel.restart();
    expect(world.worker.id).toBe(2);
    expect(world.worker.received).toEqual([{ type: 'device', choice: 'cpu' }]);
  });
});

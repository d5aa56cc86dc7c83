import { describe, expect, it } from 'vitest';
import { LIMITS, type ModelTimes } from '@/lib/protocol';
import { World } from './testing/fake-world';

const model = (name: string, change: Partial<ModelTimes> = {}): ModelTimes => ({
  ...{ model: name, machine: 'this one', trying: null, trained: 900, spent: 40 },
  times: [{ device: 'wasm', ms: 3, outcome: 'measured' }],
  ...change,
});
const kept = (...models: unknown[]) => JSON.stringify({ form: 1, models });
const remembered = (world: World) =>
  world.worker.received.flatMap((message) => (message.type === 'remembered' ? message.models : []));

/** What a later visit hands to its worker. */
function visitAfter({ kept: text }: World): readonly ModelTimes[] {
  const world = new World(text === null ? {} : { kept: text });
  world.kernel.warm();
  return remembered(world);
}

describe('what was measured of devices', () => {
  it('is handed to the worker of the next visit, the newest last', () => {
    const world = new World();
    world.kernel.warm();
    expect(remembered(world)).toEqual([]);
    for (const name of ['a', 'b', 'a']) {
      world.worker.say({ type: 'learned', model: model(name) });
    }
    expect(visitAfter(world)).toEqual([model('b'), model('a')]);
  });

  it('is handed to each new worker', () => {
    const world = new World({ kept: kept(model('a')) });
    world.kernel.warm();
    world.kernel.restart();
    expect(world.worker.id).toBe(2);
    expect(remembered(world)).toEqual([model('a')]);
  });

  it.each([
    ['no JSON', '{'],
    ['another form', JSON.stringify({ form: 0, models: [model('a')] })],
    ['no list', JSON.stringify({ form: 1, models: 'a' })],
    ['null', 'null'],
  ])('is forgotten when it is %s', (_, text) => {
    const world = new World({ kept: text });
    world.kernel.warm();
    expect(remembered(world)).toEqual([]);
  });

  it('is taken one by one: what is wrong with one costs no other', () => {
    const wrong = [{ ...model('x'), trained: 'long' }, null, { ...model('y'), times: 3 }];
    const world = new World({ kept: kept(...wrong, model('a')) });
    world.kernel.warm();
    expect(remembered(world)).toEqual([model('a')]);
  });

  it('is bounded: the oldest go', () => {
    const many = Array.from({ length: LIMITS.modelsRemembered }, (_, i) => model(`${i}`));
    const world = new World({ kept: kept(...many) });
    world.kernel.warm();
    world.worker.say({ type: 'learned', model: model('new') });
    const names = visitAfter(world).map((one) => one.model);
    expect(names).toHaveLength(LIMITS.modelsRemembered);
    expect([names[0], names.at(-1)]).toEqual(['1', 'new']);
  });
});

describe('a device that is being tried', () => {
  const tried = (device: 'webgl' | 'webgpu') => {
    const world = new World();
    world.kernel.warm();
    world.worker.say({ type: 'learned', model: model('a', { trying: device }) });
    return world;
  };

  it('has failed when the worker dies meanwhile', () => {
    const world = tried('webgl');
    world.frame.crash();
    expect(remembered(world)[0]?.times).toContainEqual({
      ...{ device: 'webgl', ms: 0, outcome: 'failed' },
    });
  });

  it('has failed when it is lost', () => {
    const world = tried('webgpu');
    world.worker.say({ type: 'lost', device: 'webgpu', message: 'It was lost.' });
    expect(remembered(world)[0]).toMatchObject({
      trying: null,
      times: [{ device: 'wasm' }, { device: 'webgpu', outcome: 'failed' }],
    });
  });

  it('has not failed when the reader restarts the sandbox', () => {
    const world = tried('webgl');
    world.kernel.restart();
    expect(remembered(world)[0]?.times).not.toContainEqual(
      expect.objectContaining({ outcome: 'failed' }),
    );
  });

  it('needs more time each time that the page goes away under it', () => {
    let world = tried('webgl');
    const waits = [1, 2, 3].map(() => {
      const [one] = visitAfter(world);
      world = new World({ kept: kept({ ...one, trying: 'webgl' }) });
      return one?.times.find(({ device }) => device === 'webgl');
    });
    expect(waits.map((time) => time?.outcome)).toEqual(Array(3).fill('unfinished'));
    expect(waits.map((time) => time?.ms)).toEqual([1_000, 2_000, 4_000]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameToPage, pageToFrame, pageToWorker, workerToPage } from './arbitraries';
import {
  isConnect,
  isFrameToPage,
  isHello,
  isPageToFrame,
  isPageToWorker,
  isWorkerToPage,
} from './guards';
import { LIMITS } from './limits';
import type { ValueTree } from './value';

const directions = [
  { name: 'worker to page', guard: isWorkerToPage, valid: workerToPage },
  { name: 'page to worker', guard: isPageToWorker, valid: pageToWorker },
  { name: 'page to frame', guard: isPageToFrame, valid: pageToFrame },
  { name: 'frame to page', guard: isFrameToPage, valid: frameToPage },
] as const;

const guards = [...directions.map(({ guard }) => guard), isHello, isConnect];

/** Fields that may be missing, and objects whose keys are not the protocol's. */
const OPTIONAL = ['task', 'secondsLeft', 'hint', 'line', 'column', 'others', 'measured'];
const RECORDS = ['inputs', 'values', 'controls'];

type Place = { holder: Record<string, unknown>; key: string; inRecord: boolean };

/** Every place in a message, but not inside typed arrays. */
function places(value: unknown, inRecord = false): Place[] {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  const holder = value as Record<string, unknown>;
  return Object.entries(holder).flatMap(([key, child]) => [
    { holder, key, inRecord: inRecord || Array.isArray(value) },
    ...places(child, !inRecord && RECORDS.includes(key) && !Array.isArray(child)),
  ]);
}

/** One of the message's places, for the test to damage. */
const pick = (message: unknown, choice: number, may: (place: Place) => boolean): Place | null => {
  const found = places(message).filter(may);
  return found[choice % Math.max(1, found.length)] ?? null;
};

describe('all guards', () => {
  it('never throw, and take nothing that is not a message', () => {
    fc.assert(
      fc.property(fc.anything({ withTypedArray: true, withSparseArray: true }), (value) => {
        for (const guard of guards) expect(guard(value)).toBe(false);
      }),
    );
  });

  it('survive getters that throw and proxies that are revoked', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const trap = {
      get type(): string {
        throw new Error('trap');
      },
    };
    for (const guard of guards) expect([guard(proxy), guard(trap)]).toEqual([false, false]);
  });
});

describe.each(directions)('$name', ({ guard, valid }) => {
  it('accepts what is valid, also after a structured clone', () => {
    fc.assert(
      fc.property(valid as fc.Arbitrary<unknown>, (message) => {
        expect(guard(structuredClone(message))).toBe(true);
      }),
    );
  });

  it('rejects a value of another type in any place', () => {
    fc.assert(
      fc.property(valid as fc.Arbitrary<unknown>, fc.nat(), (message, choice) => {
        const place = pick(message, choice, () => true);
        fc.pre(place !== null);
        place.holder[place.key] = () => 'a function';
        expect(guard(message)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('rejects a message that lacks a field', () => {
    fc.assert(
      fc.property(valid as fc.Arbitrary<unknown>, fc.nat(), (message, choice) => {
        const place = pick(message, choice, (p) => !p.inRecord && !OPTIONAL.includes(p.key));
        fc.pre(place !== null);
        Reflect.deleteProperty(place.holder, place.key);
        expect(guard(message)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe('greetings', () => {
  it('carry any version, and no other type', () => {
    expect(isHello({ layerwise: 99, type: 'hello' })).toBe(true);
    expect(isConnect({ layerwise: 1, type: 'connect' })).toBe(true);
    expect(isHello({ layerwise: 1, type: 'connect' })).toBe(false);
    expect(isConnect({ layerwise: '1', type: 'connect' })).toBe(false);
  });
});

describe('sizes', () => {
  const shown = (value: unknown) => ({
    type: 'outputs',
    run: 1,
    outputs: [{ kind: 'value', value }],
  });
  const object = (children: unknown[]): ValueTree => ({
    type: 'object',
    name: 'Object',
    entries: children.map((value, i) => ({ key: `${i}`, value: value as ValueTree })),
    omitted: 0,
  });
  const frames = (frame: object) => ({ type: 'frames', run: 1, frames: [frame] });
  const text = (words: string) => ({
    type: 'outputs',
    run: 1,
    outputs: [{ kind: 'text', text: words }],
  });

  it('of text are capped', () => {
    expect(isWorkerToPage(text('x'.repeat(LIMITS.characters)))).toBe(true);
    expect(isWorkerToPage(text('x'.repeat(LIMITS.characters + 1)))).toBe(false);
  });

  it('of code are capped', () => {
    const run = { type: 'run', run: 1, cell: 'a', inputs: {}, seed: 1, controls: {}, from: null };
    expect(isPageToWorker({ ...run, code: 'x'.repeat(LIMITS.code) })).toBe(true);
    expect(isPageToWorker({ ...run, code: 'x'.repeat(LIMITS.code + 1) })).toBe(false);
  });

  it('of an answer and its tests are capped', () => {
    const check = { type: 'check', run: 1, seed: 1, setup: '', answer: '', tests: '' };
    const long = 'x'.repeat(LIMITS.code + 1);
    expect(isPageToWorker({ ...check, tests: 'x'.repeat(LIMITS.code) })).toBe(true);
    for (const part of ['setup', 'answer', 'tests']) {
      expect(isPageToWorker({ ...check, [part]: long })).toBe(false);
    }
  });

  it('of what a test and a check tell are capped', () => {
    const none = { setupError: null, answerError: null, testsError: null, mistake: null, ms: 1 };
    const report = (registered: string[]) => ({
      type: 'checked',
      run: 1,
      checked: { ...none, registered },
    });
    const names = Array.from({ length: LIMITS.tests + 1 }, (_, i) => `${i}`);
    expect(isWorkerToPage(report(names.slice(1)))).toBe(true);
    expect(isWorkerToPage(report(names))).toBe(false);
    const detail = { label: 'x', output: { kind: 'text', text: '' } };
    const ended = (details: unknown[]) => ({
      type: 'tested',
      run: 1,
      tested: { sentence: 'a', passed: false, message: '', details, ms: 1 },
    });
    expect(isWorkerToPage(ended(Array(LIMITS.testDetails).fill(detail)))).toBe(true);
    expect(isWorkerToPage(ended(Array(LIMITS.testDetails + 1).fill(detail)))).toBe(false);
  });

  it('of what is set are fine, also when it is the most that a page may hold', () => {
    const points = Array.from({ length: LIMITS.points }, () => ({ x: 0, y: 0, label: 0 }));
    const controls = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`${i}`, points] as const),
    );
    const run = {
      type: 'run',
      run: 1,
      cell: 'a',
      code: '',
      inputs: {},
      seed: 1,
      controls,
      from: null,
    };
    expect(isPageToWorker(run)).toBe(true);
    expect(isPageToWorker({ type: 'control', cell: 'a', key: 'k', value: points })).toBe(true);
    expect(isPageToWorker({ type: 'control', cell: 'a', key: 'k', value: {} })).toBe(false);
  });

  it('of a report of variables are capped', () => {
    const variable = {
      name: 'x',
      cell: 'a',
      type: 'Tensor',
      shape: [-1, 2],
      bytes: 8,
      preview: '',
    };
    const report = (length: number) => ({
      type: 'variables',
      variables: Array(length).fill(variable),
    });
    expect(isWorkerToPage(report(LIMITS.variables))).toBe(true);
    expect(isWorkerToPage(report(LIMITS.variables + 1))).toBe(false);
    const bad = { type: 'variables', variables: [{ ...variable, shape: [-2] }] };
    expect(isWorkerToPage(bad)).toBe(false);
  });

  it('of the deepest and broadest values that the library makes are fine', () => {
    let value = object([]);
    for (let depth = 0; depth < LIMITS.valueDepth; depth++) value = object([value]);
    expect(isWorkerToPage(shown(value))).toBe(true);
    const leaf = object([]);
    expect(isWorkerToPage(shown(object(Array(LIMITS.valueEntries).fill(leaf))))).toBe(true);
    expect(isWorkerToPage(shown(object(Array(LIMITS.valueEntries + 1).fill(leaf))))).toBe(false);
  });

  it('of cyclic values, very deep ones, and small graphs that are huge trees, are too large', () => {
    const cyclic = object([]);
    if (cyclic.type === 'object') cyclic.entries.push({ key: 'self', value: cyclic });
    expect(isWorkerToPage(shown(cyclic))).toBe(false);
    let deep = object([]);
    for (let i = 0; i < 100_000; i++) deep = object([deep]);
    expect(isWorkerToPage(shown(deep))).toBe(false);
    let bomb = object([]);
    for (let i = 0; i < 6; i++) bomb = object(Array(100).fill(bomb));
    const start = performance.now();
    expect(isWorkerToPage(shown(bomb))).toBe(false);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('of arrays that are mostly holes are not walked', () => {
    expect(isWorkerToPage({ type: 'outputs', run: 1, outputs: new Array(2 ** 31) })).toBe(false);
    expect(isWorkerToPage({ type: 'outputs', run: 1, outputs: new Array(3) })).toBe(false);
  });

  it('of typed arrays have to fit their shapes', () => {
    const matrix = (rows: number, columns: number, numbers: number) =>
      frames({
        figure: 'f',
        kind: 'matrix',
        step: 0,
        data: {
          rows,
          columns,
          values: new Float32Array(numbers),
          rowLabels: [],
          columnLabels: [],
          scale: 'diverging',
        },
      });
    expect(isWorkerToPage(matrix(2, 3, 6))).toBe(true);
    expect(isWorkerToPage(matrix(2, 3, 5))).toBe(false);
    const { frameNumbers } = LIMITS;
    expect(isWorkerToPage(matrix(1, frameNumbers, frameNumbers))).toBe(true);
    expect(isWorkerToPage(matrix(1, frameNumbers + 1, frameNumbers + 1))).toBe(false);
  });

  it('of layers and confusion counts have to fit too', () => {
    const layer = { name: '', activation: '', inputs: 2, units: 3 };
    const network = (kernel: number, bias: number) =>
      frames({
        figure: 'f',
        kind: 'network',
        step: 0,
        data: {
          inputs: [],
          outputs: [],
          layers: [{ ...layer, kernel: new Float32Array(kernel), bias: new Float32Array(bias) }],
        },
      });
    expect([network(6, 3), network(5, 3), network(6, 2)].map(isWorkerToPage)).toEqual([
      true,
      false,
      false,
    ]);
    const confusion = (counts: number) =>
      frames({
        figure: 'f',
        kind: 'confusion',
        step: 0,
        data: { labels: ['a', 'b'], counts: new Uint32Array(counts) },
      });
    expect([confusion(4), confusion(3)].map(isWorkerToPage)).toEqual([true, false]);
  });

  it('of steps are finite', () => {
    const curve = (step: number) =>
      frames({ figure: 'f', kind: 'curve', step, data: { values: { loss: NaN } } });
    expect([curve(-1), curve(NaN), curve(Infinity)].map(isWorkerToPage)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

import '@tensorflow/tfjs-backend-cpu';
import * as core from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import * as layers from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyze, planAll, resolve, stripTypes } from '@/lib/notebook';
import { compile } from './compile';
import { CELLS } from './testing/cells';
import { runCell } from './testing/run-module';

const PAGE = resolve(CELLS.map(({ id, code }) => ({ id, analysis: analyze(code) })));

/** What the last line of each cell gives. */
const SHOWN: Record<string, unknown> = {
  data: 64,
  tensors: [64, 1],
  shuffle: true,
  model: 2,
  fit: true,
  weights: [3, -1],
  'by-hand': ['3.0', '-1.0'],
  variables: true,
  matrix: true,
  layer: [2, 4],
  generator: 2,
  accuracy: expect.closeTo(2 / 3, 5),
  predict: 2,
  report: 10,
};

beforeAll(async () => {
  Object.assign(globalThis, { tf: { ...core, ...layers } });
  await core.setBackend('cpu');
});

describe('cells as people write them', () => {
  it.each(CELLS)('$id is analysed right', ({ id, code, defines }) => {
    expect(analyze(code).defines).toEqual(defines.split(' '));
    expect(PAGE.get(id)?.problem).toBeNull();
  });

  it.each(CELLS)('$id keeps its lines and its words', ({ id, code }) => {
    const { module } = compile(code, Object.keys(PAGE.get(id)!.inputs));
    const lines = module.split('\n');
    expect(lines).toHaveLength(code.split('\n').length + 3);
    stripTypes(code)
      .split('\n')
      .forEach((line, index) => {
        if (line.startsWith('import')) return;
        for (const word of line.match(/\w+/g) ?? []) expect(lines[index]).toContain(word);
      });
  });

  it('run from the first to the last, and give what they should', async () => {
    const values = new Map<string, Record<string, unknown>>();
    for (const id of planAll(PAGE)) {
      const { code } = CELLS.find((cell) => cell.id === id)!;
      const inputs = Object.entries(PAGE.get(id)!.inputs).map(([name, owner]) => [
        name,
        values.get(owner)?.[name],
      ]);
      const { outputs, shown } = await runCell(code, Object.fromEntries(inputs));
      values.set(id, outputs);
      expect([id, ...shown]).toEqual(id in SHOWN ? [id, SHOWN[id]] : [id]);
    }
  });

  it('stand on one another as their names say', () => {
    expect(PAGE.get('weights')?.parents).toEqual(['model']);
    expect(PAGE.get('report')?.parents).toEqual(['variables', 'by-hand', 'weights', 'fit', 'data']);
  });
});

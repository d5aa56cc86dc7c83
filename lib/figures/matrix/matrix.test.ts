import { describe, expect, it } from 'vitest';
import type { FrameData } from '@/lib/protocol';
import { historyOf } from '../testing/history';
import { recorder, textsOf } from '../testing/recorder';
import { LIGHT } from '../testing/themes';
import { matrix } from './index';

const data = (over: Partial<FrameData['matrix']> = {}): FrameData['matrix'] => ({
  rows: 2,
  columns: 3,
  values: Float32Array.of(-2, 0, 1, 0.5, 2, -1),
  rowLabels: ['age', 'BMI'],
  columnLabels: ['a', 'b', 'c'],
  scale: 'diverging',
  ...over,
});
const history = historyOf('matrix', [[0, data()]]);
const scene = matrix.scene(history, 0, 600);

function draw(of = scene) {
  const { context, calls } = recorder();
  matrix.draw(context, of, LIGHT, null);
  return calls;
}

it('fills each cell by its value: blue, paper, orange', () => {
  const cells = draw()
    .filter((call) => call.name === 'fillRect')
    .slice(0, 6);
  expect(cells.map((call) => call.fillStyle)[0]).toBe(LIGHT.negative);
  expect(cells.map((call) => call.fillStyle)[1]).toBe(LIGHT.paper);
  expect(cells.map((call) => call.fillStyle)[4]).toBe(LIGHT.positive);
  expect(cells[1]?.args[0]).toBe(scene.plot.x + scene.cell.width);
});

it('writes numbers where they fit, and the ends of the colour bar', () => {
  expect(textsOf(draw())).toEqual(expect.arrayContaining(['0.500', '−1.000', 'age', 'c']));
  expect(textsOf(draw()).slice(-3)).toEqual(['−2.000', '2.000', '0']);
  const values = new Float32Array(64 * 8).fill(0.25);
  const wide = data({ rows: 8, columns: 64, values, rowLabels: [], columnLabels: [] });
  const dense = matrix.scene(historyOf('matrix', [[0, wide]]), 0, 320);
  expect(dense.numbers).toBe(false);
  expect(dense.width).toBe(320);
});

it('keeps one scale over all frames', () => {
  const both = historyOf('matrix', [
    [0, data()],
    [1, data({ values: Float32Array.of(-4, 0, 1, 0.5, 2, -1) })],
  ]);
  expect(matrix.scene(both, 0, 600).range).toEqual({ low: -4, high: 2 });
});

it('draws a magnitude from paper upwards', () => {
  const sizes = data({ scale: 'magnitude', values: Float32Array.of(0, 1, 2, 3, 4, 5) });
  const calls = draw(matrix.scene(historyOf('matrix', [[0, sizes]]), 0, 600));
  expect(calls.find((call) => call.name === 'fillRect')?.fillStyle).toBe(LIGHT.paper);
});

it('crosses out what is not finite', () => {
  const values = Float32Array.of(NaN, 0, 1, 0.5, 2, -1);
  const broken = historyOf('matrix', [[0, data({ values })]]);
  const calls = draw(matrix.scene(broken, 0, 600));
  expect(calls.some((call) => call.name === 'stroke' && call.path.length === 4)).toBe(true);
  expect(matrix.describe(broken, 0)).toContain('1 are not finite numbers');
});

it('describes, tabulates and reads its numbers', () => {
  expect(matrix.describe(history, 0)).toBe(
    'The 2 by 3 values run from −2.000 (age, a) to 2.000 (BMI, b), with a mean of 0.083.',
  );
  expect(matrix.table(history, 0).rows).toEqual([
    ['age', -2, 0, 1],
    ['BMI', 0.5, 2, -1],
  ]);
  expect(matrix.readout(scene, { kind: 'matrix', row: 1, column: 0 })).toBe('BMI, a: 0.500');
});

describe('cursor', () => {
  it('hits cells and moves within the matrix', () => {
    const { plot, cell } = scene;
    const at = { x: plot.x + cell.width * 2.5, y: plot.y + cell.height * 1.5 };
    expect(matrix.hit(scene, at)).toEqual({ kind: 'matrix', row: 1, column: 2 });
    expect(matrix.hit(scene, { x: plot.x - 5, y: at.y })).toBeNull();
    expect(matrix.move(scene, null, 'left')).toEqual({ kind: 'matrix', row: 0, column: 0 });
    expect(matrix.move(scene, { kind: 'matrix', row: 1, column: 1 }, 'end')).toMatchObject({
      column: 2,
    });
    expect(matrix.move(scene, { kind: 'matrix', row: 1, column: 1 }, 'down')).toMatchObject({
      row: 1,
    });
  });

  it('finds the outlier that a block stands for', () => {
    const values = new Float32Array(600 * 600).fill(0.1);
    values[301 * 600 + 402] = -7;
    const large = data({ rows: 600, columns: 600, values, rowLabels: [], columnLabels: [] });
    const pooled = matrix.scene(historyOf('matrix', [[0, large]]), 0, 600);
    expect(pooled.pool.columns).toBeLessThan(600);
    const { plot, cell, pool } = pooled;
    const x = plot.x + (Math.floor(402 / pool.blockColumns) + 0.5) * cell.width;
    const y = plot.y + (Math.floor(301 / pool.blockRows) + 0.5) * cell.height;
    expect(matrix.hit(pooled, { x, y })).toEqual({ kind: 'matrix', row: 301, column: 402 });
  });
});

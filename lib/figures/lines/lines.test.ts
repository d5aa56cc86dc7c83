import { describe, expect, it } from 'vitest';
import { NO_SETTINGS } from '../setting';
import { historyOf } from '../testing/history';
import { recorder, textsOf } from '../testing/recorder';
import { LIGHT } from '../testing/themes';
import { lines } from './index';
import type { LinesData, LinesSeries } from './data';

const none = new Float32Array(0);
const series = (name: string, y: number[], x = y.map((_, i) => i + 1)): LinesSeries => ({
  name,
  x: Float32Array.from(x),
  y: Float32Array.from(y),
  low: none,
  high: none,
});
const data = (over: Partial<LinesData> = {}): LinesData => ({
  x: { label: 'layer', log: false },
  y: { label: 'mean |gradient|', log: true },
  series: [series('sigmoid', [1e-6, 1e-4, 1e-2]), series('relu', [0.02, 0.03, 0.01])],
  ...over,
});
const history = historyOf('lines', [[0, data()]]);
const scene = lines.scene(history, 0, 640, NO_SETTINGS);

function draw(of = scene, cursor: Parameters<typeof lines.draw>[3] = null) {
  const { context, calls } = recorder();
  lines.draw(context, of, LIGHT, cursor);
  return calls;
}

describe('layout', () => {
  it('places powers of ten at even distances, and the ends of x at the ends of the plot', () => {
    const [sigmoid] = scene.lines;
    const [a, b, c] = sigmoid!.points;
    expect(a!.y - b!.y).toBeCloseTo(b!.y - c!.y, 4);
    expect([a!.x, c!.x]).toEqual([scene.plot.x, scene.plot.x + scene.plot.width]);
    expect(scene.xTicks.map(({ text }) => text)).toEqual(['1', '2', '3']);
  });

  it('keeps names apart where lines end at one height', () => {
    const same = data({ series: ['a', 'b', 'c'].map((name) => series(name, [1, 2, 3])) });
    const ys = lines.scene(historyOf('lines', [[0, same]]), 0, 640, {}).lines.map((l) => l.labelY);
    const sorted = ys.toSorted((a, b) => a - b);
    expect(sorted[1]! - sorted[0]!).toBeGreaterThanOrEqual(15);
    expect(sorted[2]! - sorted[1]!).toBeGreaterThanOrEqual(15);
  });

  it('fits a phone', () => {
    const narrow = lines.scene(history, 0, 320, NO_SETTINGS);
    expect(narrow.width).toBe(320);
    expect(narrow.labels.x + narrow.labels.width).toBeLessThanOrEqual(320);
  });

  it('follows the scale that the reader chooses', () => {
    const linear = lines.scene(history, 0, 640, { y: 'linear' });
    const [a, b] = linear.lines[1]!.points;
    expect(linear.y.value(a!.y)).toBeCloseTo(0.02, 6);
    expect(linear.y.value(b!.y)).toBeCloseTo(0.03, 6);
    expect(lines.settings(history, 0, { y: 'linear' })[0]).toMatchObject({ value: 'linear' });
    const plain = data({ y: { label: 'y', log: false }, series: [series('a', [-1, 2])] });
    expect(lines.settings(historyOf('lines', [[0, plain]]), 0, {})).toEqual([]);
  });
});

describe('drawing', () => {
  it('joins the points of each line, names it in ink, and writes the axes', () => {
    const calls = draw();
    const line = calls.find((call) => call.name === 'stroke' && call.path.length === 3);
    expect(line?.path.map(({ args }) => args)).toEqual(
      scene.lines[0]!.points.map(({ x, y }) => [x, y]),
    );
    expect(line?.strokeStyle).toBe(LIGHT.classes[0]);
    expect(textsOf(calls)).toEqual(
      expect.arrayContaining(['sigmoid', 'relu', 'layer', 'mean |gradient|', '0.01']),
    );
    const name = calls.find((call) => call.name === 'fillText' && call.args[0] === 'relu');
    expect(name?.fillStyle).toBe(LIGHT.ink);
  });

  it('leaves a gap where there is no number, and draws spreads as whiskers', () => {
    const broken = data({
      series: [
        {
          ...series('a', [1, NaN, 3, 4]),
          low: Float32Array.of(0.5, 0.5, 2, 3),
          high: Float32Array.of(2, 2, 4, 5),
        },
      ],
    });
    const calls = draw(lines.scene(historyOf('lines', [[0, broken]]), 0, 640, NO_SETTINGS));
    const strokes = calls.filter((call) => call.name === 'stroke');
    const names = strokes.map((call) => call.path.map(({ name }) => name).join(' '));
    expect(names).toContain('moveTo moveTo lineTo');
    // Three whiskers of three strokes each.
    expect(names).toContain(Array(9).fill('moveTo lineTo').join(' '));
  });

  it('fades the other lines and writes the number at the cursor', () => {
    const calls = draw(scene, { kind: 'lines', series: 1, point: 1 });
    expect(textsOf(calls)).toContain('0.030');
    const strokes = calls.filter((call) => call.name === 'stroke' && call.path.length === 3);
    expect(strokes[0]?.strokeStyle).not.toBe(LIGHT.classes[0]);
    expect(strokes[1]?.strokeStyle).toBe(LIGHT.classes[1]);
  });
});

describe('cursor', () => {
  it('finds the nearest point, a name, and nothing beside the plot', () => {
    const { x, y } = scene.lines[1]!.points[1]!;
    expect(lines.hit(scene, { x: x + 3, y: y - 4 })).toEqual({
      kind: 'lines',
      series: 1,
      point: 1,
    });
    expect(lines.hit(scene, { x: x + 9, y: scene.lines[0]!.points[1]!.y })).toMatchObject({
      series: 0,
    });
    expect(lines.hit(scene, { x, y: scene.height })).toBeNull();
    const name = { x: scene.labels.x + 5, y: scene.lines[1]!.labelY };
    expect(lines.hit(scene, name)).toEqual({ kind: 'lines', series: 1, point: 2 });
  });

  it('walks along a line and across to its neighbours', () => {
    const at = { kind: 'lines', series: 0, point: 1 } as const;
    expect(lines.move(scene, null, 'right')).toEqual({ kind: 'lines', series: 0, point: 0 });
    expect(lines.move(scene, at, 'right')).toMatchObject({ point: 2 });
    expect(lines.move(scene, { ...at, point: 2 }, 'right')).toMatchObject({ point: 2 });
    // Both end at 0.01: their names are stacked in order, sigmoid above relu.
    expect(lines.move(scene, at, 'down')).toMatchObject({ series: 1, point: 1 });
    expect(lines.move(scene, at, 'up')).toEqual(at);
  });

  it('reads the point, and what the others have there', () => {
    expect(lines.readout(scene, { kind: 'lines', series: 0, point: 1 })).toBe(
      'sigmoid, layer 2: mean |gradient| 1.0e−4; there: relu 0.030',
    );
  });
});

describe('words', () => {
  it('says where each line begins and ends', () => {
    expect(lines.describe(history, 0, NO_SETTINGS)).toBe(
      'Mean |gradient| by layer: sigmoid from 1.0e−6 (layer 1) to 0.010 (layer 3) and relu from 0.020 (layer 1) to 0.010 (layer 3).',
    );
  });

  it('says which lines are no numbers, and which have gaps', () => {
    const broken = historyOf('lines', [
      [
        0,
        data({
          y: { label: 'loss', log: false },
          series: [series('a', [1, NaN, 3]), series('b', [NaN, NaN, NaN]), series('c', [1, 2, 3])],
        }),
      ],
    ]);
    expect(lines.describe(broken, 0, NO_SETTINGS)).toBe(
      'Loss by layer: a from 1.000 (layer 1) to 3.000 (layer 3) and c from 1.000 (layer 1) to 3.000 (layer 3). ' +
        'Not drawn, as it has no number: b (3 NaN). Gaps: a (1 NaN).',
    );
    expect(lines.table(broken, 0).rows[0]).toEqual([1, 1, NaN, 1]);
    expect(textsOf(draw(lines.scene(broken, 0, 640, NO_SETTINGS)))).toContain('b: NaN');
    const none = historyOf('lines', [[0, data({ series: [series('a', [NaN]), series('b', [Infinity])] })]]); // prettier-ignore
    expect(lines.describe(none, 0, NO_SETTINGS)).toBe(
      'Mean |gradient| by layer: no line has a number. ' +
        'Not drawn, as they have no numbers: a (1 NaN) and b (1 infinite).',
    );
    expect(() => draw(lines.scene(none, 0, 640, NO_SETTINGS))).not.toThrow();
    expect(lines.describe(historyOf('lines', [[0, data({ series: [] })]]), 0, NO_SETTINGS)).toBe(
      'There is no line yet.',
    );
  });

  it('says what a logarithmic axis can not show', () => {
    const zeros = historyOf('lines', [[0, data({ series: [series('relu', [0, 0.1, -1])] })]]);
    expect(lines.describe(zeros, 0, NO_SETTINGS)).toContain(
      '2 points at zero or below have no place',
    );
    expect(lines.describe(zeros, 0, { y: 'linear' })).not.toContain('no place');
  });

  it('tabulates side by side where x is shared, else point by point', () => {
    expect(lines.table(history, 0).columns).toEqual(['layer', 'sigmoid', 'relu']);
    expect(lines.table(history, 0).rows[1]).toEqual([2, 1e-4, 0.03]);
    const apart = data({ series: [series('a', [1, 2]), series('b', [3], [7])] });
    expect(lines.table(historyOf('lines', [[0, apart]]), 0)).toMatchObject({
      columns: ['line', 'layer', 'mean |gradient|'],
      rows: [
        ['a', 1, 1],
        ['a', 2, 2],
        ['b', 7, 3],
      ],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { historyOf } from '../testing/history';
import { recorder, textsOf } from '../testing/recorder';
import { LIGHT } from '../testing/themes';
import { errorsOf } from './errors';
import { series } from './index';

/** By hand: the forecast is off by 1, 0 and 2, the baseline by 2, 2 and 5. */
const data = {
  times: ['Monday', 'Tuesday', 'Wednesday'],
  unit: '°C',
  lines: [
    { name: 'measured', values: Float32Array.of(10, 12, 7) },
    { name: 'forecast', values: Float32Array.of(11, 12, 9) },
    { name: 'the day before', values: Float32Array.of(8, 10, 12) },
  ],
};
const history = historyOf('series', [[1, data]]);
const long = historyOf('series', [
  [
    1,
    {
      times: Array.from({ length: 100 }, (_, i) => `day ${i}`),
      unit: 'ppm',
      lines: [{ name: 'CO2', values: Float32Array.from({ length: 100 }, (_, i) => i) }],
    },
  ],
]);

describe('errors', () => {
  it('are counted by hand', () => {
    const [forecast, baseline] = errorsOf(data);
    expect(forecast?.mean).toBe(1);
    expect(baseline?.mean).toBe(3);
    expect([...(forecast?.values ?? [])]).toEqual([1, 0, 2]);
  });

  it('leave out points where either is missing', () => {
    const gaps = { ...data, lines: [data.lines[0]!, line(NaN, 14, NaN)] };
    expect(errorsOf(gaps)[0]?.mean).toBe(2);
    const none = { ...data, lines: [data.lines[0]!, line(NaN, NaN, NaN)] };
    expect(errorsOf(none)[0]?.mean).toBeNaN();
  });
});

const line = (...values: number[]) => ({ name: 'forecast', values: Float32Array.from(values) });

describe('words', () => {
  it('say the range, both errors, and which is smaller by how much', () => {
    expect(series.describe(history, 0)).toBe(
      '3 values of measured, Monday to Wednesday, from 7.000 to 12.00 °C; ' +
        'on average forecast by 1.000 °C and the day before by 3.000 °C off, ' +
        '67\u00a0% less than the day before.',
    );
  });

  it('say nothing of errors without a forecast', () => {
    expect(series.describe(long, 0)).toBe(
      '100 values of CO2, day 0 to day 99, from 0 to 99.00 ppm.',
    );
  });

  it('mention gaps, and have no stray space without a unit', () => {
    const values = Float32Array.of(1, NaN, Infinity, 4, 5);
    const times = ['a', 'b', 'c', 'd', 'e'];
    const bare = historyOf('series', [[1, { times, unit: '', lines: [{ name: 'x', values }] }]]);
    expect(series.describe(bare, 0)).toBe(
      '5 values of x, a to e, from 1.000 to 5.000. Gaps: 1 NaN and 1 infinite in x.',
    );
    expect(series.table(bare, 0)).toMatchObject({
      columns: ['time', 'x'],
      rows: [['a', 1], ['b', NaN], ['c', Infinity], ['d', 4], ['e', 5]], // prettier-ignore
    });
    const scene = series.scene(bare, 0, 600);
    const read = (time: number) => series.readout(scene, { kind: 'series', time });
    expect([read(0), read(1), read(2)]).toEqual(['a: x 1.000', 'b: x none', 'c: x infinity']);
  });

  it('say when nothing is a number, of what was measured and of a forecast', () => {
    const none = historyOf('series', [[1, { ...data, lines: [line(NaN, NaN, NaN)] }]]);
    expect(series.describe(none, 0)).toBe(
      '3 values of forecast, Monday to Wednesday, none of them a finite number. Gaps: 3 NaN in forecast.',
    );
    const lost = historyOf('series', [[1, { ...data, lines: [data.lines[0]!, line(NaN, NaN, NaN)] }]]); // prettier-ignore
    expect(series.describe(lost, 0)).toBe(
      '3 values of measured, Monday to Wednesday, from 7.000 to 12.00 °C. ' +
        'No error can be told of forecast, which has no finite value where one was measured.',
    );
    // A forecast that begins late has no gap.
    const late = historyOf('series', [[1, { ...data, lines: [data.lines[0]!, line(NaN, 14, 8)] }]]);
    expect(series.describe(late, 0)).not.toContain('Gaps');
    for (const history of [none, lost, late]) {
      const { context, calls } = recorder();
      series.draw(context, series.scene(history, 0, 600), LIGHT, { kind: 'series', time: 0 });
      expect(textsOf(calls).join()).not.toContain('NaN');
    }
  });

  it('tabulate every value', () => {
    const { columns, rows } = series.table(history, 0);
    expect(columns).toEqual(['time', 'measured, °C', 'forecast, °C', 'the day before, °C']);
    expect(rows[2]).toEqual(['Wednesday', 7, 9, 12]);
  });
});

describe('the part looked at', () => {
  it('is all at first, and offers only spans that are shorter', () => {
    const settings = series.settings(long, 0, {});
    expect(settings).toMatchObject([{ key: 'span', options: ['all', '60', '30'], value: 'all' }]);
    expect(series.settings(history, 0, {})).toEqual([]);
  });

  it('is the newest of a chosen span, and moves within the series', () => {
    expect(series.scene(long, 0, 600, { span: '30' })).toMatchObject({ from: 70, to: 100 });
    expect(series.scene(long, 0, 600, { span: '30', from: 5 })).toMatchObject({ from: 5, to: 35 });
    expect(series.scene(long, 0, 600, { span: '30', from: 999 })).toMatchObject({ from: 70 });
    const [, start] = series.settings(long, 0, { span: '30', from: 5 });
    expect(start).toMatchObject({ key: 'from', max: 70, value: 5, text: 'day 5' });
  });
});

describe('drawing', () => {
  it('puts values where the axis says, and points in time from edge to edge', () => {
    const scene = series.scene(history, 0, 600);
    const tick = (text: string) => scene.yTicks.find((one) => one.text === text)?.place;
    expect(scene.y(10)).toBeCloseTo(tick('10') ?? NaN, 6);
    expect(scene.x(0)).toBe(scene.plot.x);
    expect(scene.x(2)).toBeCloseTo(scene.plot.x + scene.plot.width, 6);
  });

  it('tells lines apart by their dash, and names each with its error', () => {
    const { context, calls } = recorder();
    series.draw(context, series.scene(history, 0, 600), LIGHT, null);
    const lines = calls.filter(({ name, path }) => name === 'stroke' && path.length === 3);
    expect(new Set(lines.map(({ dash }) => dash.join())).size).toBe(3);
    expect(textsOf(calls)).toEqual(
      expect.arrayContaining([
        'measured',
        'forecast: off by 1.000 °C',
        'the day before: off by 3.000 °C',
      ]),
    );
  });

  it('leaves a gap where a value is missing', () => {
    const { context, calls } = recorder();
    const gap = historyOf('series', [[1, { ...data, lines: [line(1, NaN, 2)] }]]);
    series.draw(context, series.scene(gap, 0, 600), LIGHT, null);
    const drawn = calls.filter(
      ({ name, strokeStyle }) => name === 'stroke' && strokeStyle === LIGHT.ink,
    );
    expect(drawn.at(-1)?.path.map(({ name }) => name)).toEqual(['moveTo', 'moveTo']);
  });

  it('fits 320 px with all that it names inside', () => {
    const scene = series.scene(history, 0, 320);
    expect(scene.width).toBeLessThanOrEqual(320);
    expect(scene.xTicks.every(({ place }) => place > 0 && place < 320)).toBe(true);
  });
});

describe('cursor', () => {
  const scene = series.scene(long, 0, 600);

  it('hits the nearest point in time, and nothing outside', () => {
    expect(series.hit(scene, { x: scene.x(42) + 1, y: 100 })).toEqual({ kind: 'series', time: 42 });
    expect(series.hit(scene, { x: 300, y: -20 })).toBeNull();
  });

  it('moves by one and by ten, and stays inside', () => {
    const at = (time: number) => ({ kind: 'series', time }) as const;
    expect(series.move(scene, null, 'right')).toEqual(at(0));
    expect(series.move(scene, at(4), 'right')).toEqual(at(5));
    expect(series.move(scene, at(4), 'down')).toEqual(at(0));
    expect(series.move(scene, at(4), 'end')).toEqual(at(99));
  });

  it('reads every line', () => {
    expect(series.readout(series.scene(history, 0, 600), { kind: 'series', time: 2 })).toBe(
      'Wednesday: measured 7.000 °C, forecast 9.000 °C, the day before 12.00 °C',
    );
  });
});

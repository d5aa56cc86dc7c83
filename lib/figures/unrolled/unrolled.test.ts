import { describe, expect, it } from 'vitest';
import { historyOf } from '../testing/history';
import { recorder, textsOf } from '../testing/recorder';
import { LIGHT } from '../testing/themes';
import { unrolled } from './index';
import type { UnrolledData } from './scene';

/** Two units over three steps; unit 2 stays at zero. By hand: relu(0.4 - 0.1) = 0.3 and so on. */
const data: UnrolledData = {
  cell: 'SimpleRNN',
  activation: 'relu',
  units: 2,
  inputs: ['12.8', '10.6', '11.7'],
  output: '12.1',
  traces: [
    { name: 'state', values: Float32Array.of(0.5, 0, 0.3, 0, 1, 0) },
    { name: 'from the input', values: Float32Array.of(0.5, -1, 0.4, -1, 0.75, -1) },
    { name: 'from the state before', values: Float32Array.of(0, 0, -0.1, 0, 0.25, 0) },
  ],
};
const history = historyOf('unrolled', [[0, data]]);
const withCell = (cell: UnrolledData['cell'], names: Record<string, number[]>) => {
  const traces = Object.entries(names).map(([name, values]) => ({
    name,
    values: Float32Array.from(values),
  }));
  const one = { ...data, cell, activation: 'tanh', units: 1, inputs: ['a', 'b'], traces };
  return unrolled.scene(historyOf('unrolled', [[0, one]]), 0, 600);
};

describe('words', () => {
  it('say the last state, the silent units and the answer', () => {
    expect(unrolled.describe(history, 0)).toBe(
      'A SimpleRNN of 2 units over 3 of 3 steps: at the last of them the state runs ' +
        'from 0 to 1.000, 1 of them at zero; the model answers 12.1.',
    );
  });

  it('say less while fewer steps are unrolled', () => {
    expect(unrolled.describe(history, 0, { steps: 2 })).toBe(
      'A SimpleRNN of 2 units over 2 of 3 steps: at the last of them the state runs ' +
        'from 0 to 0.300, 1 of them at zero.',
    );
  });

  it('use the article that a cell is spoken with', () => {
    const first = (cell: UnrolledData['cell'], frames = 1) => {
      const steps = Array.from({ length: frames }, (_, i): [number, UnrolledData] => [
        i,
        { ...data, cell },
      ]);
      return unrolled.describe(historyOf('unrolled', steps), 0);
    };
    expect(first('LSTM')).toMatch(/^An LSTM of 2 units/);
    expect(first('LSTM', 2)).toMatch(/, an LSTM of 2 units/);
    expect(first('GRU')).toMatch(/^A GRU of 2 units/);
  });

  it('say what is no number', () => {
    const state = (...values: number[]) =>
      historyOf('unrolled', [
        [
          0,
          { ...data, output: '', traces: [{ name: 'state', values: Float32Array.from(values) }] },
        ],
      ]);
    const all = state(0, 0, NaN, NaN, NaN, Infinity);
    expect(unrolled.describe(all, 0)).toContain(
      'the state is no number in any of them (1 NaN and 1 infinite).',
    );
    expect(unrolled.describe(state(0, 0, 0, 0, NaN, 0.5), 0)).toContain(
      'the state runs from 0.500 to 0.500 and is no number in others (1 NaN).',
    );
    expect(unrolled.table(all, 0).rows[2]).toEqual([3, '11.7', NaN, Infinity]);
    const { context, calls } = recorder();
    unrolled.draw(context, unrolled.scene(all, 0, 600), LIGHT, null);
    const fills = calls.filter(({ name }) => name === 'fillRect').map((call) => call.fillStyle);
    expect(fills.slice(-2)).toEqual([LIGHT.ruleStrong, LIGHT.ruleStrong]);
    expect(textsOf(calls).join()).toContain('gray: no number');
  });

  it('tabulate what is shown', () => {
    const { columns, rows } = unrolled.table(history, 0, { trace: 'from the input' });
    expect(columns).toEqual(['step', 'input', 'unit 1', 'unit 2']);
    expect(rows[0]).toEqual([1, '12.8', 0.5, -1]);
  });
});

describe('the formula', () => {
  it('of a simple layer has both parts of the sum', () => {
    const scene = unrolled.scene(history, 0, 600);
    expect(unrolled.formula(scene, { kind: 'unrolled', step: 1, unit: 0 })).toBe(
      'h_{2} = \\operatorname{relu}\\bigl(\\underbrace{0.400}_{x_{2} W + b} ' +
        '\\underbrace{-0.100}_{h_{1}\\,U}\\bigr) = 0.300',
    );
  });

  it('of a GRU mixes the state before and the candidate', () => {
    // 0.25 · 0.8 + 0.75 · (-0.4) = -0.1
    const scene = withCell('GRU', {
      state: [0.8, -0.1],
      'update gate': [0, 0.25],
      'reset gate': [0, 1],
      candidate: [0.8, -0.4],
    });
    expect(unrolled.formula(scene, { kind: 'unrolled', step: 1, unit: 0 })).toBe(
      'h_{2} = z\\,h_{1} + (1 - z)\\,\\tilde h = ' +
        '0.250 \\cdot 0.800 + (1 - 0.250) \\cdot (-0.400) = -0.100',
    );
  });

  it('of an LSTM has the memory and the state; before the first step they are 0', () => {
    const scene = withCell('LSTM', {
      state: [0.2, 0.1],
      memory: [0.5, 0.25],
      'forget gate': [1, 0.5],
      'input gate': [0.5, 0],
      'output gate': [0.4, 0.4],
      candidate: [1, 1],
    });
    const formula = unrolled.formula(scene, { kind: 'unrolled', step: 0, unit: 0 });
    expect(formula).toContain('= 1.000 \\cdot 0 + 0.500 \\cdot 1.000 = 0.500');
    expect(formula).toContain('= 0.400 \\cdot \\operatorname{tanh}(c_{1}) = 0.200');
  });
});

describe('drawing', () => {
  const draw = (settings = {}) => {
    const { context, calls } = recorder();
    const scene = unrolled.scene(history, 0, 600, settings);
    unrolled.draw(context, scene, LIGHT, null);
    return calls;
  };

  it('fills a cell for each unit of each unrolled step, and outlines the rest', () => {
    expect(draw().filter(({ name }) => name === 'fillRect')).toHaveLength(6);
    const two = draw({ steps: 2 });
    expect(two.filter(({ name }) => name === 'fillRect')).toHaveLength(4);
    expect(two.filter(({ name, dash }) => name === 'strokeRect' && dash.length > 0)).toHaveLength(
      1,
    );
  });

  it('names inputs, and the answer only at the end', () => {
    expect(textsOf(draw())).toEqual(expect.arrayContaining(['12.8', '11.7', '12.1']));
    expect(textsOf(draw({ steps: 2 }))).not.toContain('12.1');
  });

  it('colours both signs around the paper', () => {
    const fills = draw({ trace: 'from the input' })
      .filter(({ name }) => name === 'fillRect')
      .map(({ fillStyle }) => fillStyle);
    expect(fills[1]).toBe(LIGHT.negative);
    expect(fills[0]).not.toBe(fills[1]);
  });

  it('scrolls rather than squeezing many steps', () => {
    const long = { ...data, units: 1, inputs: Array.from({ length: 40 }, (_, i) => `${i}`) };
    const traces = [{ name: 'state', values: new Float32Array(40) }];
    const scene = unrolled.scene(historyOf('unrolled', [[0, { ...long, traces }]]), 0, 320);
    expect(scene.width).toBeGreaterThan(900);
    expect(scene.columns).toHaveLength(40);
  });
});

describe('cursor', () => {
  const scene = unrolled.scene(history, 0, 600);

  it('hits a unit of an unrolled step', () => {
    const column = scene.columns[2]!;
    const point = { x: column.x + 3, y: column.y + scene.row * 1.5 };
    expect(unrolled.hit(scene, point)).toEqual({ kind: 'unrolled', step: 2, unit: 1 });
    expect(unrolled.hit(unrolled.scene(history, 0, 600, { steps: 2 }), point)).toBeNull();
  });

  it('moves through steps and units, and reads the value and the one before', () => {
    const start = unrolled.move(scene, null, 'right');
    const next = unrolled.move(scene, start, 'right');
    expect(next).toEqual({ kind: 'unrolled', step: 1, unit: 0 });
    expect(unrolled.readout(scene, next)).toBe(
      'step 2 (10.6), unit 1: state 0.300, after 0.500 at the step before',
    );
  });
});

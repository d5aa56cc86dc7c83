import { describe, expect, it } from 'vitest';
import type { FrameData } from '@/lib/protocol';
import { diverging } from '../ramp';
import { historyOf } from '../testing/history';
import { recorder, textsOf } from '../testing/recorder';
import { LIGHT } from '../testing/themes';
import { bandOf, EDGE_CAP } from './band';
import { network } from './index';

/** Two inputs, two hidden units, one output; the weight from age to unit 2 is the largest of its layer. */
const small: FrameData['network'] = {
  inputs: ['glucose', 'age'],
  outputs: ['diabetes'],
  layers: [
    {
      name: 'dense_1',
      activation: 'relu',
      inputs: 2,
      units: 2,
      kernel: Float32Array.of(0.25, -0.5, 0.125, 1),
      bias: Float32Array.of(0.5, -0.25),
    },
    {
      name: 'dense_2',
      activation: 'sigmoid',
      inputs: 2,
      units: 1,
      kernel: Float32Array.of(-2, 0.5),
      bias: Float32Array.of(0),
    },
  ],
};
const history = historyOf('network', [[3, small]]);
const scene = network.scene(history, 0, 600);

function drawn(cursor: Parameters<typeof network.draw>[3] = null) {
  const { context, calls } = recorder();
  network.backdrop?.(context, scene, LIGHT);
  const edges = calls.filter((call) => call.name === 'stroke');
  const from = calls.length;
  network.draw(context, scene, LIGHT, cursor);
  return { edges, over: calls.slice(from), calls };
}

const node = (layer: number, unit: number) => {
  const found = scene.layout.columns[layer]?.nodes[unit];
  if (!found) throw new Error(`no unit ${unit} in layer ${layer}`);
  return found;
};

describe('edges', () => {
  it('draws each weight once, in the colour of its sign', () => {
    const { edges } = drawn();
    expect(edges).toHaveLength(6);
    const full = edges.filter((call) =>
      [LIGHT.positive, LIGHT.negative].includes(call.strokeStyle),
    );
    // The two strongest: +1 of the first layer and -2 of the second, each its layer's maximum.
    expect(full.map((call) => call.strokeStyle)).toEqual([LIGHT.positive, LIGHT.negative]);
  });

  it('draws the largest weight of a layer widest, last, and between its own units', () => {
    const first = drawn().edges.slice(0, 4);
    const widths = first.map((call) => call.lineWidth);
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    const [start, curveTo] = first[3]?.path ?? [];
    expect(start?.args[1]).toBe(node(0, 1).y);
    expect(curveTo?.args[5]).toBe(node(1, 1).y);
  });

  it('scales by the largest weight of all frames, so growth shows', () => {
    const half = {
      ...small,
      layers: small.layers.map((layer) => ({ ...layer, kernel: layer.kernel.map((w) => w / 2) })),
    };
    const growing = historyOf('network', [
      [1, half],
      [2, small],
    ]);
    const early = network.scene(growing, 0, 600).bands[0];
    expect(early?.full).toBe(1);
    expect(early?.levels[31]?.positive).toEqual([]);
    expect(network.scene(growing, 1, 600).bands[0]?.levels[31]?.positive).toEqual([3]);
  });

  it('leaves out weights that are not finite, and counts them', () => {
    const layer = { ...small.layers[0]!, kernel: Float32Array.of(NaN, Infinity, 1, -1) };
    const band = bandOf(layer, 1, 1);
    expect([band.drawn, band.broken]).toEqual([2, 2]);
  });

  it('draws at most so many of a huge layer, the strongest', () => {
    const kernel = Float32Array.from({ length: 40_000 }, (_, i) => (i + 1) / 40_000);
    const band = bandOf({ ...small.layers[0]!, inputs: 200, units: 200, kernel }, 1, 1);
    expect(band.drawn).toBeLessThanOrEqual(EDGE_CAP);
    expect(band.drawn).toBeGreaterThan(EDGE_CAP * 0.9);
    const weakest = Math.min(...band.levels.flatMap((level) => level.positive));
    expect(weakest).toBeGreaterThanOrEqual(40_000 - EDGE_CAP);
  });
});

describe('words', () => {
  it('names the layers, the inputs and the output', () => {
    const texts = textsOf(drawn().calls);
    for (const text of [
      'glucose',
      'age',
      'diabetes',
      'dense_1',
      '2 units',
      'relu',
      '1 unit',
      'sigmoid',
    ]) {
      expect(texts).toContain(text);
    }
  });

  it('describes the range and the strongest weight', () => {
    expect(network.describe(history, 0)).toBe(
      'The 6 weights of 2 layers run from −2.000 to +1.000, the strongest from dense_1 unit 1 to output diabetes.',
    );
  });

  it('tabulates weights strongest first in each layer, then biases', () => {
    const { rows } = network.table(history, 0);
    expect(rows[0]).toEqual(['age', 'dense_1 unit 2', 1]);
    expect(rows[4]).toEqual(['dense_1 unit 1', 'output diabetes', -2]);
    expect(rows[6]).toEqual(['bias', 'dense_1 unit 1', 0.5]);
    expect(rows).toHaveLength(9);
  });

  it('reads a weight with both its ends, and a unit with its bias and strongest inputs', () => {
    const read = (layer: number, unit: number, from: number | null) =>
      network.readout(scene, { kind: 'network', layer, unit, from });
    expect(read(1, 1, 0)).toBe('weight from glucose to dense_1 unit 2: −0.500');
    expect(read(1, 1, null)).toBe(
      'dense_1 unit 2: bias −0.250; strongest inputs age +1.000, glucose −0.500',
    );
    expect(read(0, 0, null)).toBe(
      'glucose: strongest to dense_1 unit 2 −0.500, dense_1 unit 1 +0.250',
    );
  });
});

describe('the fill of units', () => {
  /** A hidden bias of 0.126 beside an output bias of -0.005, over two steps. */
  const biased = (hidden: number, output: number) => ({
    ...small,
    layers: small.layers.map((layer, i) => ({
      ...layer,
      bias: i === 0 ? Float32Array.of(hidden, 0.01) : Float32Array.of(output),
    })),
  });
  const filled = (of: ReturnType<typeof network.scene>, layer: number) => {
    const { context, calls } = recorder();
    network.draw(context, of, LIGHT, null);
    const { x, y } = of.layout.columns[layer]!.nodes[0]!;
    const fill = calls.find(
      ({ name, path }) => name === 'fill' && path[0]?.args[0] === x && path[0]?.args[1] === y,
    );
    return { color: fill?.fillStyle, texts: textsOf(calls) };
  };

  it('is on the one scale that the note names, not on one of each layer', () => {
    const history = historyOf('network', [
      [0, biased(0.02, 0)],
      [1, biased(0.126, -0.005)],
    ]);
    const of = network.scene(history, 1, 600);
    expect(filled(of, 1).texts).toContain('Lines: weights. Fill: bias, up to ±0.126.');
    expect(filled(of, 1).color).toBe(LIGHT.positive);
    expect(filled(of, 2).color).toBe(diverging(-0.005 / 0.126, LIGHT));
    // Nearer to the paper than to the full colour of a negative bias.
    expect(filled(of, 2).color).not.toBe(LIGHT.negative);
    expect(filled(network.scene(history, 0, 600), 1).color).toBe(diverging(0.02 / 0.126, LIGHT));
  });
});

describe('cursor', () => {
  it('hits a unit, then an edge, then nothing', () => {
    const unit = node(1, 0);
    expect(network.hit(scene, { x: unit.x + 2, y: unit.y - 2 })).toMatchObject({
      layer: 1,
      unit: 0,
      from: null,
    });
    // Half way, a smoothstep is at the mean of its ends.
    const [a, b] = [node(0, 1), node(1, 1)];
    const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 + 2 };
    expect(network.hit(scene, middle)).toEqual({ kind: 'network', layer: 1, unit: 1, from: 1 });
    expect(network.hit(scene, { x: (a.x + b.x) / 2, y: a.y + 60 })).toBeNull();
  });

  it('prefers the stronger where two edges cross', () => {
    // glucose to unit 2 (-0.5) and age to unit 1 (0.125) cross half way.
    const [a, b] = [node(0, 0), node(1, 1)];
    const cross = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    expect(network.hit(scene, cross)).toMatchObject({ unit: 1, from: 0 });
  });

  it('moves between layers at the same height and between units', () => {
    const at = (layer: number, unit: number) =>
      ({ kind: 'network', layer, unit, from: null }) as const;
    expect(network.move(scene, null, 'down')).toEqual(at(0, 0));
    expect(network.move(scene, at(0, 1), 'right')).toEqual(at(1, 1));
    expect(network.move(scene, at(1, 1), 'right')).toEqual(at(2, 0));
    expect(network.move(scene, at(2, 0), 'right')).toEqual(at(2, 0));
    expect(network.move(scene, at(1, 1), 'up')).toEqual(at(1, 0));
    expect(network.move(scene, at(1, 0), 'end')).toEqual(at(1, 1));
  });

  it('shows a negative weight dashed, with its number and both units ringed', () => {
    const { over } = drawn({ kind: 'network', layer: 1, unit: 1, from: 0 });
    const dashed = over.filter((call) => call.name === 'stroke' && call.dash.length > 0);
    expect(dashed.map((call) => call.strokeStyle)).toEqual([LIGHT.negative]);
    expect(textsOf(over)).toContain('−0.500');
    const rings = over.filter(
      (call) => call.name === 'stroke' && call.lineWidth === 2 && call.path[0]?.name === 'arc',
    );
    expect(rings).toHaveLength(2);
  });
});

describe('layout', () => {
  it('fits the lesson network into 320 px, and scrolls rather than squeezes a deep one', () => {
    const layer = (inputs: number, units: number, i: number) => ({
      name: `dense_${i}`,
      activation: 'relu',
      inputs,
      units,
      kernel: new Float32Array(inputs * units),
      bias: new Float32Array(units),
    });
    const stack = (sizes: number[]) => ({
      inputs: Array.from({ length: sizes[0] ?? 0 }, () => 'skin thickness'),
      outputs: ['diabetes'],
      layers: sizes.slice(1).map((units, i) => layer(sizes[i] ?? 0, units, i + 1)),
    });
    const at = (sizes: number[]) =>
      network.scene(historyOf('network', [[0, stack(sizes)]]), 0, 320);
    expect(at([8, 64, 32, 1]).width).toBe(320);
    expect(at([8, 8, 8, 8, 8, 8, 8, 1]).width).toBeGreaterThan(320);
    const column = at([8, 64, 32, 1]).layout.columns[1];
    expect(column?.nodes).toHaveLength(64);
    expect(column?.radius).toBeLessThan((column?.spacing ?? 0) / 2);
    const crowd = at([8, 300, 1]).layout;
    expect(crowd.columns[1]?.nodes.every(({ y }) => y >= crowd.top && y <= crowd.bottom)).toBe(
      true,
    );
  });
});

describe('what if', () => {
  // By hand: the hidden units get 0.25*2 + 0.125*4 + 0.5 = 1.5 and -0.5*2 + 1*4 - 0.25 = 2.75, so the answer is
  // sigmoid(-2*1.5 + 0.5*2.75) = sigmoid(-1.625).
  const followed = historyOf('network', [[3, { ...small, example: Float32Array.of(2, 4) }]]);
  const answer = 1 / (1 + Math.exp(1.625));
  const edge = { kind: 'network', layer: 2, unit: 0, from: 0 } as const;

  it('says what the network gives the example', () => {
    expect(network.describe(followed, 0, {})).toContain(
      `It answers the example with ${answer.toFixed(3)} for output diabetes.`,
    );
    const cursor = { kind: 'network', layer: 1, unit: 1, from: null } as const;
    expect(network.readout(network.scene(followed, 0, 600, {}), cursor)).toMatch(
      /; 2\.750 for the example$/,
    );
  });

  it('sets a weight that was pressed, and says what would follow', () => {
    const scene = network.scene(followed, 0, 600, {});
    const chosen = network.press(scene, edge)?.settings ?? {};
    const slider = network.settings(followed, 0, chosen).find(({ kind }) => kind === 'slider');
    const set = { ...chosen, [slider?.key ?? '']: 0 };
    // Without that weight: sigmoid(0.5 * 2.75).
    const after = (1 / (1 + Math.exp(-1.375))).toFixed(3);
    expect(network.describe(followed, 0, set)).toBe(
      `With the weight from dense_1 unit 1 to output diabetes at 0 instead of −2.000 the network gives the example output diabetes ${after} instead of ${answer.toFixed(3)}.`,
    );
    const edited = network.scene(followed, 0, 600, set);
    expect(edited.bands[1]?.drawn).toBe(1);
    expect(network.standing(edited)).toBe(network.formula(edited, edge));
    expect(network.formula(edited, edge)).toContain('\\sigma(1.375)');
    expect(network.settings(followed, 0, set).at(-1)).toMatchObject({ kind: 'action' });
  });

  it('sets the bias of a unit that was pressed, and nothing of an input', () => {
    const scene = network.scene(followed, 0, 600, {});
    const pressed = network.press(scene, { kind: 'network', layer: 1, unit: 0, from: null });
    const settings = network.settings(followed, 0, pressed?.settings ?? {});
    expect(settings[1]).toMatchObject({ kind: 'slider', label: 'Bias', value: 0.5 });
    expect(network.press(scene, { kind: 'network', layer: 0, unit: 0, from: null })).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import type { FrameData } from '@/lib/protocol';
import { historyOf } from '../testing/history';
import { recorder, textsOf } from '../testing/recorder';
import { LIGHT } from '../testing/themes';
import { convnet } from './index';

type Data = FrameData['convnet'];
const maps = (count: number, side: number, level: (at: number) => number, high: number) => ({
  ...{ count, height: side, width: side, channels: 1 },
  levels: Uint8Array.from({ length: count * side * side }, (_, at) => level(at)),
  ranges: Float32Array.from({ length: 2 * count }, (_, at) => (at % 2 ? high : 0)),
});
const NONE = new Float32Array(0);

/**
 * An image of 3 by 3, a convolution of 2 by 2 into two maps, a pool, a 1 by 1 convolution of both maps, two classes.
 * Map 1 adds up its window, map 2 is minus its window, all cut off at zero.
 */
const data: Data = {
  input: maps(1, 3, () => 254, 1),
  layers: [
    {
      name: 'conv2d_Conv2D7',
      kind: 'convolution',
      activation: 'relu',
      maps: maps(2, 2, (at) => (at < 4 ? 254 : 0), 4),
      window: { height: 2, width: 2, stride: 1, dilation: 1, padding: 'valid' },
      kernel: Float32Array.of(1, -1, 1, -1, 1, -1, 1, -1),
      bias: Float32Array.of(0, 0),
    },
    {
      name: 'max_pooling2d_MaxPooling2D3',
      kind: 'max pooling',
      activation: '',
      maps: maps(2, 1, (at) => (at === 0 ? 254 : 0), 4),
      window: { height: 2, width: 2, stride: 2, dilation: 1, padding: 'valid' },
      kernel: NONE,
      bias: NONE,
    },
    {
      name: 'mix',
      kind: 'convolution',
      activation: 'relu',
      maps: maps(1, 1, () => 254, 1.5),
      window: { height: 1, width: 1, stride: 1, dilation: 1, padding: 'valid' },
      kernel: Float32Array.of(0.5, 2),
      bias: Float32Array.of(-0.5),
    },
  ],
  dense: [
    { name: 'flatten_Flatten1', units: 1 },
    { name: 'dense_Dense1', units: 2 },
  ],
  head: null,
  labels: ['cat', 'dog'],
  outputs: Float32Array.of(0.25, 0.75),
  shares: true,
  parameters: 14,
};
const history = historyOf('convnet', [[0, data]]);
const scene = convnet.scene(history, 0, 640, {});
const cursor = (layer: number, map: number) => ({ kind: 'convnet', layer, map, at: null }) as const;

function draw(of = scene, at: Parameters<typeof convnet.draw>[3] = null) {
  const { context, calls } = recorder();
  convnet.draw(context, of, LIGHT, at);
  return calls;
}

it('draws each layer as a column with its shape, and the outputs as bars', () => {
  const texts = textsOf(draw());
  expect(texts).toEqual(
    expect.arrayContaining(['input', '3×3×1', 'conv 1', '2×2×2', 'pool 1', 'mix', 'flatten', 'dog', '75.0\u00a0%']), // prettier-ignore
  );
  expect(draw().filter((call) => call.name === 'drawRaster')).toHaveLength(6);
});

it('says what the network says', () => {
  expect(convnet.describe(history, 0, {})).toBe(
    'The network of 14 weights makes conv 1 (2×2×2), pool 1 (1×1×2) and mix (1×1×1) of this image. ' +
      'It says dog with 75.0\u00a0%, then cat with 25.0\u00a0%.',
  );
  expect(convnet.table(history, 0, {}).rows).toEqual([['cat', 0.25], ['dog', 0.75]]); // prettier-ignore
  expect(convnet.readout(scene, cursor(2, 0))).toContain('max pooling of one map. Press it');
  expect(convnet.readout(scene, cursor(4, 1))).toBe('dog: 75.0\u00a0%');
});

it('picks out the inputs of a unit: of a convolution all, weighted; of a pool one', () => {
  const strokes = (at: ReturnType<typeof cursor>) =>
    draw(scene, at).filter(
      (call) => call.name === 'stroke' && call.path.some((step) => step.name === 'bezierCurveTo'),
    );
  expect(strokes(cursor(2, 1))).toHaveLength(1);
  const mixed = strokes(cursor(3, 0));
  expect(mixed.map((call) => call.strokeStyle)).toEqual([LIGHT.positive, LIGHT.positive]);
  expect(mixed[1]!.lineWidth).toBeGreaterThan(mixed[0]!.lineWidth);
  expect(strokes(cursor(1, 1))[0]!.strokeStyle).toBe(LIGHT.negative);
});

describe('opening a map', () => {
  const open = (layer: number, map: number, over = {}) =>
    convnet.scene(history, 0, 640, { open: 1000 * layer + map, ...over });

  it('opens by a press, with the map that it is made of under the window', () => {
    expect(convnet.press(scene, cursor(1, 1))).toEqual({ settings: { open: 1001 } });
    expect(convnet.press(open(1, 1), cursor(1, 1))).toEqual({ settings: { open: -1 } });
    expect(convnet.press(scene, cursor(0, 0))).toBeNull();
    expect(textsOf(draw(open(1, 1)))).toContain('How conv 1, map 2 is made');
    expect([...open(1, 1).opened!.stepped.output.values]).toEqual([-4, -4, -4, -4]);
  });

  it('writes the sum, the shares of the other maps, the bias and the activation', () => {
    const tex = convnet.standing(open(3, 0, { input: 0 }))!;
    expect(tex).toContain(String.raw`z &= 4\!\cdot\!0.50\\&= 2`);
    expect(tex).toContain(
      String.raw`\boldsymbol{2}+0 - 0.50 = 1.50,\quad \mathrm{relu}(1.50) = 1.50`,
    );
    expect(convnet.standing(open(2, 0))).toBe(String.raw`\max(4,\,4,\,4,\,4) = 4`);
    expect(convnet.standing(scene)).toBeNull();
  });

  it('lets the reader choose which of the maps before to follow', () => {
    const keys = (settings: object) => convnet.settings(history, 0, settings as never).map(({ key }) => key); // prettier-ignore
    expect(keys({})).toEqual(['span']);
    expect(keys({ open: 3000 })).toEqual(['position', 'input', 'span', 'close']);
    expect(keys({ open: 2000 })).toEqual(['position', 'span', 'close']);
  });
});

it('moves from layer to layer and within one', () => {
  expect(convnet.move(scene, null, 'right')).toEqual(cursor(0, 0));
  expect(convnet.move(scene, cursor(1, 1), 'right')).toEqual(cursor(2, 1));
  expect(convnet.move(scene, cursor(1, 0), 'down')).toEqual(cursor(1, 1));
  expect(convnet.move(scene, cursor(0, 0), 'end')).toMatchObject({ layer: 4 });
  const tile = scene.columns[1]!.tiles[1]!;
  expect(convnet.hit(scene, { x: tile.x + 2, y: tile.y + 2 })).toEqual(cursor(1, 1));
});

describe('outputs that are no numbers', () => {
  const broken = (shares: boolean) =>
    historyOf('convnet', [[0, { ...data, outputs: Float32Array.of(NaN, 0.5), shares }]]);

  it('are said, and no class is named the first', () => {
    for (const shares of [true, false]) {
      expect(convnet.describe(broken(shares), 0, {})).toContain(
        'Its outputs are no numbers: 1 NaN of 2.',
      );
      const of = convnet.scene(broken(shares), 0, 640, {});
      expect(convnet.readout(of, cursor(4, 0))).toBe('cat: NaN');
      const calls = draw(of);
      expect(textsOf(calls)).toContain('NaN');
      expect(calls.some(({ fillStyle }) => fillStyle === LIGHT.accent)).toBe(false);
      const widths = calls.filter(({ name }) => name === 'fillRect').map(({ args }) => args[2]);
      expect(widths.every(Number.isFinite)).toBe(true);
    }
    expect(convnet.table(broken(true), 0, {}).rows[0]).toEqual(['cat', NaN]);
  });

  it('come from maps that say so', () => {
    const [conv, ...rest] = data.layers;
    const nan = { ...conv!, maps: maps(2, 2, () => 255, 0) };
    const of = historyOf('convnet', [[0, { ...data, layers: [nan, ...rest] }]]);
    expect(convnet.readout(convnet.scene(of, 0, 640, {}), cursor(1, 0))).toContain(
      'conv 1, map 1 of 2×2×2, all NaN or infinite;',
    );
    const opened = convnet.scene(of, 0, 640, { open: 2000 });
    expect(() => draw(opened)).not.toThrow();
    expect(convnet.table(of, 0, { open: 1000 }).rows[0]).toEqual([1, NaN, NaN]);
  });
});

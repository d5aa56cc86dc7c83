import { describe, expect, it } from 'vitest';
import type { FrameData } from '@/lib/protocol';
import { historyOf } from '../testing/history';
import { recorder, textsOf } from '../testing/recorder';
import { LIGHT } from '../testing/themes';
import { convnet } from './index';

type Data = FrameData['convnet'];
const NONE = new Float32Array(0);
const pixels = (count: number, width: number) => ({
  ...{ count, height: 1, width, channels: 1 },
  levels: new Uint8Array(count * width),
  ranges: new Float32Array(2 * count),
});

/**
 * Two maps of 1 by 2 with 1, 3 and 2, 4, flattened to 1, 2, 3, 4. By hand: for "cat" map 1 adds 1*0.5 + 3*1 = 3.5 and
 * map 2 adds 2*(-1) + 4*0 = -2, with a bias of 0.25 that is 1.75; for "dog" nothing but the bias, -0.5.
 */
const data: Data = {
  input: pixels(1, 2),
  layers: [
    {
      name: 'fold',
      kind: 'other',
      activation: '',
      maps: pixels(2, 2),
      window: null,
      kernel: NONE,
      bias: NONE,
    },
  ],
  dense: [{ name: 'dense', units: 2 }],
  head: {
    inputs: Float32Array.of(1, 2, 3, 4),
    kernel: Float32Array.of(0.5, 0, -1, 0, 1, 0, 0, 0),
    bias: Float32Array.of(0.25, -0.5),
    activation: 'softmax',
    ofMaps: true,
  },
  labels: ['cat', 'dog'],
  outputs: Float32Array.of(0.9047, 0.0953),
  shares: true,
  parameters: 10,
};
const history = historyOf('convnet', [[0, data]]);
const CAT = { open: 2000 };
const scene = convnet.scene(history, 0, 640, CAT);
const output = (map: number, part: number | null = null) =>
  ({
    kind: 'convnet',
    layer: 2,
    map,
    at: part === null ? null : { row: part, column: 0 },
  }) as const;

describe('opening an output', () => {
  it('opens by a press and closes by another', () => {
    const closed = convnet.scene(history, 0, 640, {});
    expect(convnet.readout(closed, output(0))).toContain('Press it to see how it is made.');
    expect(convnet.press(closed, output(0))).toEqual({ settings: CAT });
    expect(convnet.press(scene, output(0))).toEqual({ settings: { open: -1 } });
    expect(convnet.press(scene, output(1))).toEqual({ settings: { open: 2001 } });
    const keys = convnet.settings(history, 0, CAT).map(({ key }) => key);
    expect(keys).toEqual(['span', 'close']);
  });

  it('draws the products of each map, with what they add', () => {
    const { context, calls } = recorder();
    convnet.draw(context, scene, LIGHT, null);
    expect(textsOf(calls)).toEqual(
      expect.arrayContaining(['What speaks for cat, and what against it', '+3.500', '−2.000']),
    );
    const curves = calls.filter(
      ({ name, path }) => name === 'stroke' && path.some((step) => step.name === 'bezierCurveTo'),
    );
    expect(curves.map(({ strokeStyle }) => strokeStyle)).toEqual([LIGHT.positive, LIGHT.negative]);
  });

  it('writes the sum, and what the activation makes of it', () => {
    expect(convnet.standing(scene)).toBe(
      String.raw`\begin{gathered}z = 3.50-2+\underbrace{0.25}_{\text{bias}} = 1.75\\[4pt]` +
        String.raw`\operatorname{softmax}(z) = \frac{e^{1.75}}{\sum_j e^{z_j}} = 0.90\end{gathered}`,
    );
    expect(convnet.formula(scene, output(0, 1))).toContain(String.raw`z = -\boldsymbol{2}+3.50+`);
  });

  it('sums up those that a line has no room for', () => {
    const [count, last] = [7, [1, 2, 3, 4, 5, 6, -7]];
    const head = {
      inputs: new Float32Array(count).fill(1),
      kernel: Float32Array.from(last.flatMap((weight) => [weight, 0])),
      bias: Float32Array.of(-1, 0),
      activation: 'linear',
      ofMaps: false,
    };
    const of = historyOf('convnet', [[0, { ...data, head, shares: false }]]);
    const opened = convnet.scene(of, 0, 640, CAT);
    expect(convnet.standing(opened)).toBe(
      String.raw`z = -7+6+5+4+\underbrace{6}_{\text{3 others}}-\underbrace{1}_{\text{bias}} = 13.0`,
    );
    expect(convnet.readout(opened, output(0, 6))).toBe('unit 7 adds −7.000 for cat');
  });

  it('says so in words and in the table', () => {
    expect(convnet.describe(history, 0, CAT)).toBe(
      'cat is opened: 2 shares and the bias add up to +1.750; fold, map 1 adds the most, +3.500. ' +
        'It says cat with 90.5\u00a0%, then dog with 9.5\u00a0%.',
    );
    expect(convnet.table(history, 0, CAT).rows).toEqual([
      ['fold, map 1', 3.5],
      ['fold, map 2', -2],
      ['bias', 0.25],
      ['sum', 1.75],
    ]);
  });

  it('names the map that is pointed at', () => {
    const { picture } = scene.answer!.layout.cells[1]!;
    const cursor = convnet.hit(scene, { x: picture.x + 2, y: picture.y + 2 });
    expect(cursor).toEqual(output(0, 1));
    expect(convnet.readout(scene, cursor!)).toBe('fold, map 2 adds −2.000 for cat');
    expect(convnet.press(scene, cursor!)).toBeNull();
  });

  it('offers nothing where the frame has no weights', () => {
    const bare = historyOf('convnet', [[0, { ...data, head: null }]]);
    const of = convnet.scene(bare, 0, 640, CAT);
    expect(of.answer).toBeNull();
    expect(convnet.readout(of, output(0))).toBe('cat: 90.5\u00a0%');
    expect(convnet.press(of, output(0))).toBeNull();
  });

  it('draws what is no number without a fault', () => {
    const head = { ...data.head!, inputs: Float32Array.of(NaN, 1, 1, 1) };
    const broken = historyOf('convnet', [[0, { ...data, head }]]);
    const opened = convnet.scene(broken, 0, 640, CAT);
    const { context, calls } = recorder();
    convnet.draw(context, opened, LIGHT, null);
    expect(textsOf(calls)).toContain('NaN');
    const widths = calls.filter(({ name }) => name === 'fillRect').map(({ args }) => args[2]);
    expect(widths.every(Number.isFinite)).toBe(true);
    expect(convnet.standing(opened)).toContain(String.raw`\text{NaN}`);
  });
});

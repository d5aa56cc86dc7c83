import { expect, it } from 'vitest';
import type { FrameData } from '@/lib/protocol';
import { historyOf } from '../testing/history';
import { recorder, textsOf } from '../testing/recorder';
import { LIGHT } from '../testing/themes';
import { heatAt } from './heat';
import { overlay } from './index';

const pixels = (count: number, height: number, width: number, levels: number[], high: number) => ({
  ...{ count, height, width, channels: 1 },
  levels: Uint8Array.from(levels),
  ranges: Float32Array.from({ length: 2 * count }, (_, at) => (at % 2 ? high : 0)),
});
const data: FrameData['overlay'] = {
  image: pixels(1, 2, 4, [0, 0, 254, 254, 0, 0, 254, 254], 1),
  labels: ['cat', 'dog'],
  scores: Float32Array.of(0.2, 0.8),
  methods: [
    { name: 'class activation', heats: pixels(2, 1, 2, [0, 0, 0, 254], 2) },
    { name: 'saliency', heats: pixels(2, 2, 4, [254, ...new Array<number>(15).fill(0)], 3) },
  ],
  chosen: 1,
};
const history = historyOf('overlay', [[0, data]]);
const scene = overlay.scene(history, 0, 600, {});

it('goes evenly between the cells of a coarse map', () => {
  const heats = data.methods[0]!.heats;
  const heat = [0, 1, 2, 3].map((column) => heatAt(heats, 1, data.image, { row: 0, column }));
  expect(heat).toEqual([0, 0.5, 1.5, 2]);
});

it('says what the network says and where it comes from, for the class and method that are set', () => {
  expect(overlay.describe(history, 0, {})).toBe(
    'The network says dog with 80.0\u00a0%. By class activation, dog leans most on row 1, column 4, with 2.000.',
  );
  expect(overlay.describe(history, 0, { class: 'cat', method: 'saliency' })).toBe(
    'The network says dog with 80.0\u00a0%. By saliency, cat (20.0\u00a0%) leans most on row 1, column 1, with 3.000.',
  );
  expect(overlay.settings(history, 0, {}).map(({ key }) => key)).toEqual(['class', 'method', 'opacity']); // prettier-ignore
  expect(overlay.table(history, 0, {}).rows[0]).toEqual([1, 0, 0.5, 1.5, 2]);
});

it('covers the image where it is hot, and not at all at no opacity', () => {
  const rasters = (settings: Record<string, number>) => {
    const { context, calls } = recorder();
    overlay.draw(context, overlay.scene(history, 0, 600, settings), LIGHT, null);
    expect(textsOf(calls)).toContain('what speaks for dog (80.0\u00a0%)');
    return calls.filter((call) => call.name === 'drawRaster').map((call) => (call.args[0] as { rgba: Uint8ClampedArray }).rgba); // prettier-ignore
  };
  const [image, clear] = rasters({ opacity: 0 });
  expect([...clear!]).toEqual([...image!]);
  const [, hot] = rasters({ opacity: 1 });
  // At full heat the pixel is the far end of the ramp.
  expect([...hot!.slice(12, 15)]).toEqual([0x3c, 0x2a, 0x66]);
});

it('points at one pixel in both pictures', () => {
  const { heatPlace, side } = scene;
  const at = overlay.hit(scene, { x: heatPlace.x + 3.5 * side, y: heatPlace.y + 1 });
  expect(at).toEqual({ kind: 'overlay', row: 0, column: 3 });
  expect(overlay.readout(scene, at!)).toBe('row 1, column 4: class activation 2.000 for dog');
});

it('says what is no number, of the scores and of the heat', () => {
  const broken = historyOf('overlay', [
    [
      0,
      {
        ...data,
        scores: Float32Array.of(NaN, NaN),
        methods: [{ name: 'saliency', heats: pixels(2, 2, 4, new Array<number>(16).fill(255), 0) }],
      },
    ],
  ]);
  expect(overlay.describe(broken, 0, {})).toBe(
    "The network's scores are no numbers: 2 NaN of 2. By saliency, what dog leans on has no finite number at any pixel.",
  );
  const { context, calls } = recorder();
  overlay.draw(context, overlay.scene(broken, 0, 600, {}), LIGHT, null);
  const heat = calls.filter(({ name }) => name === 'drawRaster')[1]!.args[0] as {
    rgba: Uint8ClampedArray;
  };
  expect([...heat.rgba.slice(0, 4)]).toEqual([0xb9, 0xb3, 0xa8, 255]);
  expect(overlay.table(broken, 0, {}).rows[0]).toEqual([1, NaN, NaN, NaN, NaN]);
});

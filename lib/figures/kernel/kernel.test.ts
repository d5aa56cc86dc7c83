import { expect, it } from 'vitest';
import type { FrameData } from '@/lib/protocol';
import { historyOf } from '../testing/history';
import { recorder, textsOf } from '../testing/recorder';
import { LIGHT } from '../testing/themes';
import { kernel } from './index';

const plane = (values: number[]) => ({ height: 2, width: 2, values: Float32Array.from(values) });
/** Three by three pixels from 0 to 1, two kernels. */
const data: FrameData['kernel'] = {
  picture: {
    ...{ count: 1, height: 3, width: 3, channels: 1 },
    levels: Uint8Array.of(0, 127, 254, 0, 127, 254, 254, 254, 254),
    ranges: Float32Array.of(0, 1),
  },
  kernels: [
    { name: 'first', plane: plane([1, 0, 0, 0]) },
    { name: 'edge', plane: plane([-1, 1, 0, 0]) },
  ],
  size: 2,
};
const history = historyOf('kernel', [[0, data]]);
const at = (part: 'kernel' | 'picture' | 'result', row: number, column: number) =>
  ({ kind: 'kernel', part, row, column }) as const;

it('computes the result for the chosen kernel', () => {
  expect([...kernel.scene(history, 0, 640, {}).result[0]!.values]).toEqual([0, 0.5, 0, 0.5]);
  const edge = kernel.scene(history, 0, 640, { preset: 'edge' });
  expect([...edge.result[0]!.values]).toEqual([0.5, 0.5, 0.5, 0.5]);
  expect(kernel.describe(history, 0, { preset: 'edge' })).toBe(
    'The kernel “edge”, 2 by 2 with weights that add up to 0, turns 3 by 3 pixels into 2 by 2, in grey from 0 to 0.500.',
  );
});

it('sets the weight that is selected, keeps it with its kernel, and can be reset', () => {
  const pressed = kernel.press(kernel.scene(history, 0, 640, {}), at('kernel', 1, 1));
  expect(pressed).toEqual({ settings: { selected: 3 } });
  const settings = kernel.settings(history, 0, { selected: 3 });
  const slider = settings.find(({ kind }) => kind === 'slider')!;
  expect(slider.label).toBe('Weight in row 2, column 2');
  const set = { selected: 3, [slider.key]: 2 };
  expect([...kernel.scene(history, 0, 640, set).kernel.values]).toEqual([1, 0, 0, 2]);
  expect([...kernel.scene(history, 0, 640, { ...set, preset: 'edge' }).kernel.values]).toEqual([-1, 1, 0, 0]); // prettier-ignore
  const reset = kernel.settings(history, 0, set).find(({ kind }) => kind === 'action');
  expect(reset?.kind === 'action' && kernel.scene(history, 0, 640, { ...set, ...reset.sets }).kernel.values).toEqual(data.kernels[0]!.plane.values); // prettier-ignore
});

it('draws weights with their numbers and sum, and clips what a picture cannot hold', () => {
  const scene = kernel.scene(history, 0, 640, { 'weight 0 0': 4 });
  const { context, calls } = recorder();
  kernel.draw(context, scene, LIGHT, at('result', 0, 1));
  expect(textsOf(calls)).toEqual(
    expect.arrayContaining(['4', 'sum of weights 4', 'result, 2 × 2']),
  );
  const rasters = calls.filter((call) => call.name === 'drawRaster');
  const { rgba } = rasters[1]!.args[0] as { rgba: Uint8ClampedArray };
  expect([...rgba.slice(4, 8)]).toEqual([255, 255, 255, 255]);
});

it('writes the sum for a pixel, and walks from kernel to result', () => {
  const scene = kernel.scene(history, 0, 640, { preset: 'edge' });
  expect(kernel.formula(scene, at('result', 0, 0))).toContain(
    String.raw`z &= 0\!\cdot\!(-1)+0.50\!\cdot\!1`,
  );
  expect(kernel.formula(scene, at('kernel', 0, 0))).toBeNull();
  expect(kernel.move(scene, at('kernel', 0, 1), 'right')).toEqual(at('result', 1, 1));
  expect(kernel.move(scene, at('result', 1, 0), 'left')).toEqual(at('kernel', 0, 1));
  expect(kernel.readout(scene, at('result', 1, 1))).toBe('result, row 2, column 2: 0.500');
});

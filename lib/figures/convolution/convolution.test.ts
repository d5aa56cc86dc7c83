import { expect, it } from 'vitest';
import type { FrameData } from '@/lib/protocol';
import { RAMP_BAR } from '../pixels/draw-ramp-bar';
import { historyOf } from '../testing/history';
import { recorder, textsOf } from '../testing/recorder';
import { LIGHT } from '../testing/themes';
import { convolution } from './index';

/** An upright edge between 0 and 1, and a kernel that finds it. */
const data: FrameData['convolution'] = {
  input: { height: 3, width: 4, values: Float32Array.of(0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1) },
  kernel: { height: 2, width: 2, values: Float32Array.of(-1, 1, -1, 1) },
  bias: 0,
  stride: 1,
  dilation: 1,
  padding: 'valid',
};
const history = historyOf('convolution', [[0, data]]);
const scene = convolution.scene(history, 0, 640, {});
const cursor = (row: number, column: number) => ({ kind: 'convolution', row, column }) as const;

function draw(of = scene, at: ReturnType<typeof cursor> | null = null) {
  const { context, calls } = recorder();
  convolution.draw(context, of, LIGHT, at);
  return calls;
}

it('computes the output, and says it', () => {
  expect([...scene.stepper.output.values]).toEqual([0, 2, 0, 0, 2, 0]);
  expect(convolution.describe(history, 0, {})).toBe(
    'A kernel of 2 by 2 over 3 by 4 numbers with stride 1, padding valid gives 2 by 3, from 0 to 2.000. ' +
      'The window makes row 2, column 2: 2.000.',
  );
  expect(convolution.table(history, 0, {}).rows).toEqual([[1, 0, 2, 0], [2, 0, 2, 0]]); // prettier-ignore
});

it('says which of its outputs are no numbers', () => {
  const values = Float32Array.of(NaN, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1);
  const one = historyOf('convolution', [[0, { ...data, input: { ...data.input, values } }]]);
  expect(convolution.describe(one, 0, {})).toContain(
    'gives 2 by 3, from 0 to 2.000; no numbers: 1 NaN of 6. ',
  );
  const none = { ...data, kernel: { ...data.kernel, values: new Float32Array(4).fill(NaN) } };
  const all = historyOf('convolution', [[0, none]]);
  expect(convolution.describe(all, 0, {})).toContain('gives 2 by 3; no numbers: 6 NaN of 6. ');
  expect(() => draw(convolution.scene(all, 0, 640, {}))).not.toThrow();
  expect(convolution.table(all, 0, {}).rows[0]).toEqual([1, NaN, NaN, NaN]);
});

it('writes out the sum of the window, and of whatever is pointed at', () => {
  expect(convolution.standing(scene)).toContain(String.raw`\\&= 2\end{aligned}`);
  expect(convolution.formula(scene, cursor(0, 1))).toContain(
    String.raw`z &= 0\!\cdot\!(-1)+1\!\cdot\!1\\&\quad +0\!\cdot\!(-1)+1\!\cdot\!1\\&= 2`,
  );
  expect(textsOf(draw(scene, cursor(0, 1)))).toContain('sum = 2');
});

it('adds the bias at the end', () => {
  const biased = historyOf('convolution', [[0, { ...data, bias: -0.5 }]]);
  const own = convolution.scene(biased, 0, 640, {});
  expect(convolution.formula(own, cursor(0, 1))).toContain('2 + b = 2 + -0.50 = 1.50');
});

it('fills the output in as the window goes on', () => {
  const rasters = (position: number) =>
    draw(convolution.scene(history, 0, 640, { position }))
      .filter((call) => call.name === 'drawRaster')
      .map((call) => call.args[0] as { rgba: Uint8ClampedArray });
  const rule = [0xe2, 0xde, 0xd6];
  const grayIn = (position: number) => {
    const { rgba } = rasters(position)[1]!;
    return [0, 1, 2, 3, 4, 5].filter((at) => rule.every((part, i) => rgba[4 * at + i] === part));
  };
  expect(grayIn(1)).toEqual([2, 3, 4, 5]);
  expect(grayIn(5)).toEqual([]);
});

it('has stride, dilation and padding to set, and a window that plays', () => {
  const settings = convolution.settings(history, 0, { stride: 2, padding: 'same' });
  expect(settings.map(({ key, kind }) => [key, kind])).toEqual([
    ['position', 'slider'],
    ['stride', 'slider'],
    ['dilation', 'slider'],
    ['padding', 'choice'],
  ]);
  expect(settings[0]).toMatchObject({ max: 3, plays: 4, text: 'row 1, column 2' });
  const tooLarge = { dilation: 3 };
  expect(convolution.describe(history, 0, tooLarge)).toContain('larger than the input');
  expect(() => draw(convolution.scene(history, 0, 640, tooLarge))).not.toThrow();
  expect(convolution.standing(convolution.scene(history, 0, 640, tooLarge))).toBeNull();
});

it('goes to the pixel of the output that is pressed, and moves by keys', () => {
  const { outputPlace, inputPlace, side } = scene.stepper;
  const at = convolution.hit(scene, { x: outputPlace.x + 1.5 * side, y: outputPlace.y + 1 });
  expect(at).toEqual(cursor(0, 1));
  expect(convolution.press(scene, at!)).toEqual({ settings: { position: 1 } });
  const onInput = { x: inputPlace.x + 3.5 * side, y: inputPlace.y + 2.5 * side };
  expect(convolution.hit(scene, onInput)).toEqual(cursor(1, 2));
  expect(convolution.move(scene, null, 'up')).toEqual(cursor(0, 1));
  expect(convolution.move(scene, cursor(0, 1), 'right')).toEqual(cursor(0, 2));
  expect(convolution.readout(scene, cursor(0, 1))).toBe('output, row 1, column 2: 2.000');
});

it('keeps what is under the window clear of the output’s colours, however narrow', () => {
  const digit = { height: 28, width: 28, values: new Float32Array(784) };
  const of = historyOf('convolution', [[0, { ...data, input: digit }]]);
  for (const width of [280, 335, 500, 640]) {
    const { stepper, bar, height } = convolution.scene(of, 0, width, {});
    const heading = (stepper.kernelPlace?.y ?? 0) - 22;
    if (!stepper.wide) expect(heading).toBeGreaterThanOrEqual(bar.y + RAMP_BAR);
    expect(height).toBeGreaterThanOrEqual(bar.y + RAMP_BAR);
  }
});

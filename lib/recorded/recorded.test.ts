import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import type { Control, Figure } from '@/lib/protocol';
import { DARK, LIGHT } from '@/lib/figures/testing/themes';
import { readCellFile, writeCellFile } from './cell-file';
import { cssTheme } from './css-theme';
import { EXACT } from './numbers';
import { pack } from './pack';
import { packShow, unpackShow } from './pack-show';
import type { RecordedShow } from './recording';
import { thinShow } from './thin-show';
import { unpack } from './unpack';

const alone = (path: readonly string[]) => path.join('/');
const through = (value: unknown) => unpack(pack(value, alone));

const figure: Figure = { id: 'f', kind: 'matrix', title: 'W', caption: '', stepName: 'epoch' };

function showOf(frames: Float32Array[]): RecordedShow {
  const history = { figure, frames: frames.map((values, step) => ({ step, data: { values } })) };
  return { outputs: [{ kind: 'figure', figure }], figures: { f: history } };
}

const valuesOf = (show: RecordedShow) =>
  show.figures['f']!.frames.map(({ data }) => (data as { values: Float32Array }).values);

/** Over and over, until they are too many to be kept exactly. */
const many = (values: Float32Array) =>
  Float32Array.from({ length: EXACT + 1 }, (_, at) => values[at % values.length]!);

describe('packing', () => {
  it('gives plain data back as it was, numbers that JSON lacks and keys of ours among it', () => {
    const value = { a: [1, null, 'x', NaN, -Infinity], $array: { $number: 3 }, b: { c: true } };
    expect(through(JSON.parse(JSON.stringify(pack(value, alone).tree)))).toEqual(
      pack(value, alone).tree,
    );
    expect(through(value)).toEqual(value);
  });

  it.each([
    [new Uint8ClampedArray([0, 127, 255])],
    [new Uint32Array([0, 16_383, 4_000_000_000])],
    [new Int32Array([-5, 7])],
    [new Float64Array([Math.PI])],
    [new Float32Array([0, -16_383, 16_383])],
    [new Float32Array([NaN, 0.1, Infinity])],
    [new Float32Array()],
  ])('keeps whole numbers, and what is not finite, exactly: %o', (array) => {
    expect(through({ array })).toEqual({ array });
  });

  it('keeps floats exactly where they are few, so that the small ones among them have a logarithm', () => {
    const frames = [Float32Array.of(0.01, 3e-9, -1e-30), Float32Array.of(7, 0, 1.5e-8)];
    expect(valuesOf(unpackShow(packShow(showOf(frames))))).toEqual(frames);
  });

  it('keeps many floats to 2^-12 of the largest size in their figure', () => {
    const floats = fc.float32Array({ noNaN: true, min: -(2 ** 99), max: 2 ** 99, minLength: 1, maxLength: 20 }); // prettier-ignore
    fc.assert(
      fc.property(fc.array(floats, { minLength: 1, maxLength: 6 }), (some) => {
        const frames = some.map((frame) => many(frame));
        const largest = Math.max(...frames.flatMap((frame) => [...frame].map(Math.abs)), 0);
        const back = valuesOf(unpackShow(packShow(showOf(frames))));
        frames.forEach((frame, at) => {
          expect(back[at]).toHaveLength(frame.length);
          const off = frame.map((value, i) => Math.abs(back[at]![i]! - value));
          expect(off.reduce((a, b) => Math.max(a, b))).toBeLessThanOrEqual(largest * 2 ** -12);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('writes slow changes small: the high bytes of what has hardly moved are nought', () => {
    const frames = [0, 1, 2].map((step) =>
      many(Float32Array.from([0.9, -0.7, 0.31], (w) => w + step / 512)),
    );
    const { bytes, arrays } = packShow(showOf(frames));
    expect(arrays.map((layout) => layout[3])).toEqual([undefined, 0, 1]);
    const count = frames[0]!.length;
    const high = [1, 2].flatMap((at) => [
      ...bytes.subarray((2 * at + 1) * count, (2 * at + 2) * count),
    ]);
    expect(high.filter((byte) => byte !== 0)).toEqual([]);
  });

  it('refuses bytes that are too few', () => {
    const packed = pack({ a: new Float32Array([1, 2]) }, alone);
    expect(() => unpack({ ...packed, bytes: packed.bytes.subarray(1) })).toThrow(RangeError);
  });
});

it('gives a cell’s figures through a file', () => {
  const { tree, arrays, bytes } = packShow(showOf([Float32Array.of(1, 2)]));
  const cell = { code: '', ms: 1, device: null, bytes: [0, bytes.length], arrays, show: tree };
  const file = writeCellFile({ ...cell, bytes: [0, bytes.length] }, bytes);
  expect(readCellFile(file)).toEqual({
    f: {
      figure,
      frames: [{ figure: 'f', kind: 'matrix', step: 0, data: { values: Float32Array.of(1, 2) } }],
    },
  });
});

describe('thinning', () => {
  it('keeps the first, the last and an even spread, half as many of what is four times as large', () => {
    const kept = (numbers: number, most: number) => {
      const frames = Array.from({ length: 11 }, () => new Float32Array(numbers));
      return thinShow(showOf(frames), most).figures['f']?.frames.map(({ step }) => step);
    };
    expect(kept(4, 12)).toEqual([0, 2, 4, 6, 8, 10]);
    expect(kept(16, 12)).toEqual([0, 5, 10]);
    expect(kept(16, 1)).toEqual([0, 10]);
  });

  it('writes plain numbers of frames as finely as a float32 has them, and steps as they are', () => {
    const frames = [{ step: 1_234_567_890, data: { values: { loss: 0.123456789 } } }];
    const show = { outputs: [], figures: { f: { figure, frames } } };
    expect(thinShow(show, 10).figures['f']?.frames).toEqual([
      { step: 1_234_567_890, data: { values: { loss: 0.1234568 } } },
    ]);
  });

  it('writes the weights of a large network to one part in 32,000, and a few numbers exactly', () => {
    const weights = Float32Array.from({ length: 1_000 }, (_, at) => Math.sin(at) * 3 ** (at % 40));
    weights.set([NaN, Infinity, -Infinity, 0, 3.4e38]);
    const few = Float32Array.of(0.1, -1 / 3);
    const frames = [{ step: 1, data: { weights, few } }];
    const show = { outputs: [], figures: { f: { figure, frames } } };
    const kept = thinShow(show, 1).figures['f']?.frames[0]?.data as unknown as typeof frames[0]['data']; // prettier-ignore
    expect(kept.few).toEqual(few);
    expect([...kept.weights.slice(0, 4)]).toEqual([NaN, Infinity, -Infinity, 0]);
    for (const [at, weight] of weights.entries()) {
      if (at < 3) continue;
      expect(Math.abs(kept.weights[at]! - weight)).toBeLessThanOrEqual(Math.abs(weight) / 32_768);
      expect(new Uint32Array(kept.weights.buffer)[at]! & 0xff).toBe(0);
    }
  });

  it('puts a control in words, since nothing recorded can be set', () => {
    const control: Control = {
      kind: 'slider',
      ...{ min: 0, max: 1, step: 0.1, scale: 'linear', value: 0.3 },
      ...{ key: 'rate', name: 'rate', label: 'Rate' },
    };
    const { outputs } = thinShow({ outputs: [{ kind: 'control', control }], figures: {} }, 1);
    expect(outputs).toEqual([{ kind: 'text', text: 'Rate: 0.3' }]);
  });
});

it('takes the colours of pictures from the site’s own style sheet', () => {
  const css = readFileSync(new URL('../../app/tokens.css', import.meta.url), 'utf8');
  for (const [theme, expected] of [
    ['light', LIGHT],
    ['dark', DARK],
  ] as const) {
    const { ink, paper, negative, classes } = cssTheme(css, theme);
    expect({ ink, paper, negative, classes }).toEqual({
      ...{ ink: expected.ink, paper: expected.paper },
      ...{ negative: expected.negative, classes: expected.classes },
    });
  }
  expect(() => cssTheme(':root { --ink: #000; }', 'light')).toThrow('--ink-soft');
});

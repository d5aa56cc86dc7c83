import fc from 'fast-check';
import type { Control, ControlFile, ControlPoint, ControlValue } from './control';

/* Valid controls and values of theirs, for the tests of the guards. */

const word = fc.string({ maxLength: 12 });
const count = fc.nat();
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const short = { maxLength: 3 };

const point: fc.Arbitrary<ControlPoint> = fc.record({ x: finite, y: finite, label: count });
const side = fc.integer({ min: 1, max: 4 });

const file: fc.Arbitrary<ControlFile> = fc.oneof(
  fc.record({ kind: fc.constant('csv' as const), name: word, text: word }),
  fc.tuple(word, side, side).map(([name, width, height]) => ({
    kind: 'image' as const,
    name,
    width,
    height,
    pixels: new Uint8ClampedArray(4 * width * height),
  })),
);

/** A value that some control could have. */
export const controlValue: fc.Arbitrary<ControlValue> = fc.oneof(
  finite,
  word,
  fc.boolean(),
  side.map((size) => new Float32Array(size ** 2)),
  fc.array(point, short),
  file,
  fc.constant(null),
);

const set = { key: word, name: fc.option(word), label: word };

/** Of every kind, with a value that fits. */
export const control: fc.Arbitrary<Control> = fc.oneof(
  fc.record({
    ...set,
    kind: fc.constant('slider' as const),
    min: fc.constant(0.5),
    max: fc.constant(2),
    step: fc.constant(0.25),
    scale: fc.constantFrom('linear', 'log'),
    value: fc.double({ min: 0.5, max: 2, noNaN: true }),
  }),
  fc.record({
    ...set,
    kind: fc.constant('choice' as const),
    options: fc.constant<string[]>(['a', 'b']),
    value: fc.constantFrom('a', 'b'),
  }),
  fc.record({ ...set, kind: fc.constant('toggle' as const), value: fc.boolean() }),
  fc.record({
    ...set,
    kind: fc.constant('text' as const),
    lines: side,
    placeholder: word,
    value: word,
  }),
  fc.tuple(fc.record(set), side).map(([named, size]) => ({
    ...named,
    kind: 'draw' as const,
    size,
    value: new Float32Array(size ** 2),
  })),
  fc.record({
    ...set,
    kind: fc.constant('points' as const),
    x: fc.constant<[number, number]>([-1, 1]),
    y: fc.constant<[number, number]>([0, 5]),
    labels: fc.constant<string[]>(['a', 'b']),
    names: fc.tuple(word, word),
    value: fc.array(
      fc.record({
        x: fc.double({ min: -1, max: 1, noNaN: true }),
        y: fc.double({ min: 0, max: 5, noNaN: true }),
        label: fc.nat(1),
      }),
      short,
    ),
  }),
  fc.record({
    ...set,
    kind: fc.constant('file' as const),
    accept: fc.constantFrom('csv', 'image'),
    side,
    value: fc.constant(null),
  }),
);

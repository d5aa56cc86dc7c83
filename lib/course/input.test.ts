import '@tensorflow/tfjs-backend-cpu';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Control, ControlFile } from '@/lib/protocol';
import { isControl } from '@/lib/protocol/guard-control';
import { createInput } from './input';
import { fakeHost, type FakeHost } from './testing/fake-host';
import * as tf from './tf';
import type { Input } from './types/input';

let host: FakeHost;
let input: Input;

beforeEach(() => {
  host = fakeHost();
  input = createInput(host);
});

/** The controls that were shown, each of which the page takes. */
async function shown(): Promise<Control[]> {
  const controls = (await host.outputs()).flatMap((output) =>
    output.kind === 'control' ? [output.control] : [],
  );
  expect(controls.map(isControl)).toEqual(controls.map(() => true));
  return controls;
}

describe('input.slider', () => {
  it.each<[object | undefined, object]>([
    [undefined, { min: 0, max: 1, step: 0.01, value: 0.5, scale: 'linear' }],
    [
      { min: 1, max: 100 },
      { step: 1, value: 51 },
    ],
    [
      { min: 0, max: 10 },
      { step: 1, value: 5 },
    ],
    [
      { min: 0, max: 2 },
      { step: 0.02, value: 1 },
    ],
    [
      { min: 0, max: 1000 },
      { step: 10, value: 500 },
    ],
    [
      { min: -1, max: 1, step: 0.3 },
      { step: 0.3, value: -0.1 },
    ],
    [
      { min: 0, max: 0.3 },
      { step: 0.002, value: 0.15 },
    ],
    [
      { min: 0.001, max: 1, scale: 'log' },
      { step: 0.02, value: 0.032 },
    ],
    [{ min: 0.001, max: 1, value: 0.03, scale: 'log' }, { value: 0.03 }],
    [
      { max: 5, value: 5 },
      { min: 0, value: 5 },
    ],
  ])('fills in what is not said: %o', async (options, expected) => {
    const value = input.slider('Rate', options);
    const [control] = await shown();
    expect(control).toMatchObject({ kind: 'slider', label: 'Rate', key: 'Rate', ...expected });
    expect(value).toBe((control as { value: number }).value);
  });

  it('gives what it is set to', () => {
    host.settings.set('Rate', 0.25);
    expect(input.slider('Rate')).toBe(0.25);
  });

  it.each<[object, RegExp]>([
    [{ min: 1, max: 1 }, /`min` has to be below `max`, but 1 is not below 1/],
    [{ min: 2 }, /2 is not below 1/],
    [{ min: 0, max: 1, scale: 'log' }, /never reaches 0, so `min` has to be more than 0, but is 0/],
    [{ scale: 'exp' }, /'linear' or 'log', not exp/],
    [{ value: 2 }, /its value, 2, lies outside of 0 to 1/],
    [{ step: 0 }, /`step` has to be more than 0/],
    [{ max: '3' }, /`max` has to be a number, but got the text “3”/],
    [{ value: NaN }, /`value` has to be a number, but got NaN/],
    [{ maximum: 3 }, /no option `maximum`. It has `min`, `max`, `step`, `value` and `scale`/],
  ])('refuses %o', (options, message) => {
    expect(() => input.slider('Rate', options)).toThrow(message);
    expect(() => input.slider('Rate', options)).toThrow(/^input\.slider\('Rate'\)/);
  });
});

describe('the label', () => {
  it.each(['', '   ', undefined, 3, {}])('has to be there: %o', (label) => {
    expect(() => input.toggle(label as string)).toThrow(
      "input.toggle needs a label first, a few words that say what it sets, as in input.toggle('Shuffle').",
    );
  });

  it('is trimmed, and not a book', async () => {
    input.toggle('  Shuffle ');
    expect((await shown())[0]?.label).toBe('Shuffle');
    expect(() => input.toggle('x'.repeat(201))).toThrow(/201 characters, but 200 are the most/);
  });
});

describe('the other controls', () => {
  it('input.choice', async () => {
    const activation: 'relu' | 'tanh' = input.choice('Activation', ['relu', 'tanh']);
    expect(activation).toBe('relu');
    expect(input.choice('Other', ['a', 'b'], { value: 'b' })).toBe('b');
    expect(await shown()).toMatchObject([
      { kind: 'choice', options: ['relu', 'tanh'], value: 'relu' },
      { value: 'b' },
    ]);
    const bad: [unknown, object, RegExp][] = [
      [['a', 'a'], {}, /“a” is twice among its options/],
      [[], {}, /needs `options` as a list of texts, one at least, but got an empty list/],
      ['ab', {}, /but got the text “ab”/],
      [['a', 1], {}, /has to be a text, but got 1/],
      [['a'], { value: 'c' }, /its value, the text “c”, is not among its options: a/],
      [Array.from({ length: 201 }, (_, i) => `${i}`), {}, /201 options are too many; 200 are/],
    ];
    for (const [options, settings, message] of bad) {
      expect(() => input.choice('Pick', options as string[], settings)).toThrow(message);
    }
  });

  it('input.toggle', () => {
    expect([input.toggle('A'), input.toggle('B', { value: true })]).toEqual([false, true]);
    expect(() => input.toggle('A', { value: 1 as never })).toThrow(/true or false, but got 1/);
    expect(() => input.toggle('A', true as never)).toThrow(/as an object, as in { value: … }/);
  });

  it('input.text', async () => {
    expect(input.text('Review', { lines: 3, value: 'fine', placeholder: 'Your review' })).toBe(
      'fine',
    );
    expect(await shown()).toMatchObject([{ lines: 3, placeholder: 'Your review', value: 'fine' }]);
    expect(() => input.text('R', { lines: 0 })).toThrow(/whole number from 1 to 40, but got 0/);
    expect(() => input.text('R', { value: 'x'.repeat(10_001) })).toThrow(/10000 are the most/);
  });

  it('input.draw', async () => {
    expect(input.draw('Digit')).toEqual(new Float32Array(784));
    expect(input.draw('Small', { size: 8 })).toHaveLength(64);
    expect(await shown()).toMatchObject([{ size: 28 }, { size: 8 }]);
    expect(() => input.draw('Digit', { size: 257 })).toThrow(/from 2 to 256, but got 257/);
  });

  it('input.points', async () => {
    const value = [
      { x: 0, y: 5 },
      { x: 1, y: 6, label: 1 },
    ];
    const options = { y: [5, 10], labels: ['a', 'b'], names: ['age', ''], value } as const;
    expect(input.points('Classes', options)).toEqual([
      { x: 0, y: 5, label: 0 },
      { x: 1, y: 6, label: 1 },
    ]);
    input.points('Plain');
    expect(await shown()).toMatchObject([
      { x: [-1, 1], y: [5, 10], labels: ['a', 'b'], names: ['age', ''] },
      { x: [-1, 1], y: [-1, 1], labels: ['point'], value: [] },
    ]);
  });

  it.each<[object, RegExp]>([
    [{ x: [1, 0] }, /the first end of `x` has to be below the second, but 1 is not below 0/],
    [{ y: [1] }, /`y` has to be the two ends of an axis/],
    [{ labels: [] }, /`labels` as a list of texts, one at least/],
    [{ labels: ['a', 'a'] }, /twice among its labels/],
    [{ names: 'xy' }, /the names of the two axes/],
    [
      { value: [{ x: 2, y: 0 }] },
      /value\[0\]\.x is 2, which lies outside of its axis from -1 to 1/,
    ],
    [{ value: [{ x: 0, y: 0, label: 1 }] }, /value\[0\]\.label.*from 0 to 0, but got 1/],
    [{ value: [{ x: 0 }] }, /value\[0\]\.y` has to be a number, but got undefined/],
    [{ value: 3 }, /has to be a list of points/],
  ])('input.points refuses %o', (options, message) => {
    expect(() => input.points('P', options)).toThrow(message);
  });

  it('input.file asks what it is for', async () => {
    expect(input.file('Table', { accept: 'csv' })).toBeNull();
    expect(input.file('Photo', { accept: 'image', side: 64 })).toBeNull();
    expect(await shown()).toMatchObject([{ accept: 'csv' }, { accept: 'image', side: 64 }]);
    expect(() => input.file('Table', {} as never)).toThrow(/{ accept: 'csv' } or/);
    expect(() => input.file('T', { accept: 'csv', side: 3 } as never)).toThrow(/is for images/);
  });
});

describe('what a person has set', () => {
  it('is the reader’s own to change', () => {
    const drawing = new Float32Array(4).fill(1);
    const points = [{ x: 0, y: 0, label: 0 }];
    host.settings.set('D', drawing).set('P', points);
    input.draw('D', { size: 2 })[0] = 9;
    const mine = input.points('P');
    mine[0]!.x = 1;
    mine.pop();
    expect([drawing[0], points]).toEqual([1, [{ x: 0, y: 0, label: 0 }]]);
  });

  it('of a CSV file is a table as `data` gives it, with its name', () => {
    const file: ControlFile = {
      kind: 'csv',
      name: 'grades.csv',
      text: 'name,grade\nAda,1\nBo,2.5',
    };
    host.settings.set('T', file);
    const table = input.file('T', { accept: 'csv' })!;
    expect([table.name, table.length, table.columns]).toEqual(['grades.csv', 2, ['name', 'grade']]);
    expect(table.column('grade')).toEqual([1, 2.5]);
    table.rows.pop();
    expect(input.file('T', { accept: 'csv' })!.rows).toHaveLength(2);
    const tensor = table.toTensor();
    expect(tensor.shape).toEqual([1, 1]);
    tf.dispose(tensor);
  });

  it('of a CSV file that can’t be read names the line', () => {
    const file: ControlFile = { kind: 'csv', name: 'grades.csv', text: 'a,b\n1' };
    host.settings.set('T', file);
    expect(() => input.file('T', { accept: 'csv' })).toThrow(
      'grades.csv, line 2: 1 values, but the header names 2 columns.',
    );
    // Where a variable holds the control, its readers are told, and the control itself stays usable.
    expect(() => createInput(host, 'table').file('T', { accept: 'csv' })).not.toThrow();
  });

  it('of an image are its pixels, which make a tensor', () => {
    const pixels = new Uint8ClampedArray([10, 20, 30, 255, 40, 50, 60, 255]);
    host.settings.set('I', { kind: 'image', name: 'a.png', width: 2, height: 1, pixels });
    const image = input.file('I', { accept: 'image' })!;
    expect(image).toEqual({ name: 'a.png', width: 2, height: 1, pixels });
    const data = new Uint8Array(image.pixels);
    const tensor = tf.browser.fromPixels({ data, width: image.width, height: image.height });
    expect([tensor.shape, [...tensor.dataSync()]]).toEqual([
      [1, 2, 3],
      [10, 20, 30, 40, 50, 60],
    ]);
    tensor.dispose();
    image.pixels[0] = 0;
    expect(pixels[0]).toBe(10);
  });
});

import { expect, it } from 'vitest';
import { classColor, classShape, drawMark } from './class-shape';
import { recorder } from './testing/recorder';
import { LIGHT } from './testing/themes';

it('gives 36 classes looks that differ, and six neighbours shapes and colours that all differ', () => {
  const looks = Array.from({ length: 36 }, (_, index) => classShape(index));
  expect(new Set(looks.map(({ shape, color }) => `${shape} ${color}`)).size).toBe(36);
  for (let first = 0; first < 31; first++) {
    const six = looks.slice(first, first + 6);
    expect(new Set(six.map(({ shape }) => shape)).size).toBe(6);
  }
});

it('draws real things filled in their colour, and generated ones hollow', () => {
  const { context, calls } = recorder();
  drawMark(context, LIGHT, 1, [10, 20]);
  drawMark(context, LIGHT, 1, [10, 20], { hollow: true });
  const fills = calls.filter(({ name }) => name === 'fill').map(({ fillStyle }) => fillStyle);
  const strokes = calls.filter(({ name }) => name === 'stroke').map((call) => call.strokeStyle);
  expect(fills).toEqual([classColor(1, LIGHT), LIGHT.paper]);
  expect(strokes).toEqual([LIGHT.paper, classColor(1, LIGHT)]);
  expect(calls.find(({ name }) => name === 'fill')?.path[0]?.args).toEqual([5.5, 15.5]);
});

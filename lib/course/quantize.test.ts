import { expect, it } from 'vitest';
import { AROUND_ZERO, FROM_ZERO, OWN, UNIT, quantize } from './quantize';

const stack = (values: number[], count = 1) => ({
  count,
  height: 1,
  width: values.length / count,
  channels: 1,
  values: Float32Array.from(values),
});

it('puts the ends of the range at the levels 0 and 254, and the rest evenly between', () => {
  expect([...quantize(stack([0, 0.5, 1]), UNIT).levels]).toEqual([0, 127, 254]);
  expect([...quantize(stack([10, 20, 40]), OWN).levels]).toEqual([0, 85, 254]);
  expect([...quantize(stack([-1, 2]), UNIT).levels]).toEqual([0, 254]);
});

it('has zero exactly in the middle of a range around it, and at the bottom of sizes', () => {
  const signed = quantize(stack([-1, 0, 4]), AROUND_ZERO);
  expect([...signed.ranges]).toEqual([-4, 4]);
  expect([...signed.levels]).toEqual([95, 127, 254]);
  expect([...quantize(stack([2, 4]), FROM_ZERO).levels]).toEqual([127, 254]);
});

it('gives each image its own range, and marks what is not finite', () => {
  const two = quantize(stack([0, 1, NaN, 5, 7, Infinity], 2), OWN);
  expect([...two.ranges]).toEqual([0, 1, 5, 7]);
  expect([...two.levels]).toEqual([0, 254, 255, 0, 254, 255]);
});

it('takes images of one value, and none at all', () => {
  expect([...quantize(stack([3, 3]), OWN).levels]).toEqual([0, 0]);
  expect([...quantize(stack([NaN]), OWN).ranges]).toEqual([0, 0]);
  expect(quantize({ count: 0, height: 0, width: 0, channels: 1, values: new Float32Array(0) }, OWN).levels).toHaveLength(0); // prettier-ignore
});

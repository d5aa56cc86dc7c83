import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ControlPoint } from '@/lib/protocol';
import { LIMITS } from '@/lib/protocol';
import { classMark } from './class-mark';
import {
  coordinateText,
  hitPoint,
  layPlane,
  pointAt,
  spotOf,
  step,
  type PointsControl,
} from './plane';
import {
  addPoint,
  movePoint,
  neighbour,
  placeWords,
  pointsWords,
  pointWords,
  removePoint,
} from './point-edits';

const control: PointsControl = {
  kind: 'points',
  ...{ key: 'data', name: 'data', label: 'Data' },
  ...{ x: [-1, 1], y: [0, 10], labels: ['cat', 'dog'], names: ['length', ''] },
  value: [],
};
const point = (x: number, y: number, label = 0): ControlPoint => ({ x, y, label });

const range = fc
  .record({
    from: fc.integer({ min: -1e4, max: 1e4 }),
    length: fc.double({ min: 1e-3, max: 1e5, noNaN: true }),
  })
  .map(({ from, length }): [number, number] => [from, from + length]);

describe('the plane', () => {
  it('has its corners at the corners of the box, y upwards', () => {
    const plane = layPlane(control, 400);
    const { left, top, width, height } = plane.box;
    expect(spotOf(plane, { x: -1, y: 0 })).toEqual({ left, top: top + height });
    expect(spotOf(plane, { x: 1, y: 10 })).toEqual({ left: left + width, top });
  });

  it('finds the point again that is drawn at a spot, to half a pixel', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const widths = fc.integer({ min: 200, max: 500 });
    fc.assert(
      fc.property(range, range, widths, share, share, (x, y, width, across, up) => {
        const plane = layPlane({ x, y }, width);
        const spot = {
          left: plane.box.left + across * plane.box.width,
          top: plane.box.top + up * plane.box.height,
        };
        const again = spotOf(plane, pointAt(plane, spot));
        expect(Math.abs(again.left - spot.left)).toBeLessThanOrEqual(0.5);
        expect(Math.abs(again.top - spot.top)).toBeLessThanOrEqual(0.5);
      }),
    );
  });

  it('never sets a point beyond its edges', () => {
    const anywhere = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(range, range, anywhere, anywhere, (x, y, left, top) => {
        const found = pointAt(layPlane({ x, y }, 400), { left, top });
        expect(found.x >= x[0] && found.x <= x[1]).toBe(true);
        expect(found.y >= y[0] && found.y <= y[1]).toBe(true);
      }),
    );
  });

  it('has ticks on its axes alone, at the numbers that they name', () => {
    const plane = layPlane(control, 400);
    expect(plane.xTicks.map(({ text }) => text)).toEqual(['−1.0', '−0.5', '0.0', '0.5', '1.0']);
    for (const { at, text } of plane.xTicks) {
      expect(at).toBeCloseTo(spotOf(plane, { x: Number(text.replace('−', '-')), y: 0 }).left);
    }
  });

  it('hits the nearest point within reach, of equals the upper one', () => {
    const plane = layPlane(control, 400);
    const points = [point(0, 5), point(0.5, 5), point(0.5, 5, 1)];
    const at = (x: number, y: number) => spotOf(plane, { x, y });
    expect(hitPoint(plane, points, at(0.02, 5.1), 10)).toBe(0);
    expect(hitPoint(plane, points, at(0.5, 5), 10)).toBe(2);
    expect(hitPoint(plane, points, at(-0.9, 1), 10)).toBe(-1);
  });

  it('hits what a search by hand finds', () => {
    const plane = layPlane(control, 400);
    const coordinates = fc.record({
      x: fc.double({ min: -1, max: 1, noNaN: true }),
      y: fc.double({ min: 0, max: 10, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(coordinates), coordinates, (places, target) => {
        const points = places.map(({ x, y }) => point(x, y));
        const spot = spotOf(plane, target);
        const far = points.map((each) => {
          const { left, top } = spotOf(plane, each);
          return Math.hypot(left - spot.left, top - spot.top);
        });
        const nearest = Math.min(...far, Infinity);
        const hit = hitPoint(plane, points, spot, 30);
        expect(hit === -1 ? Infinity : far[hit]).toBe(nearest <= 30 ? nearest : Infinity);
      }),
    );
  });

  it('is walked in fiftieths, to its edges and no further', () => {
    expect(step(control, { x: 0, y: 5 }, [1, -1])).toEqual({ x: 0.04, y: 4.8 });
    expect(step(control, { x: 0.99, y: 5 }, [1, 0])).toEqual({ x: 1, y: 5 });
    let at = { x: -1, y: 0 };
    for (let i = 0; i < 50; i++) at = step(control, at, [1, 1]);
    expect(at).toEqual({ x: 1, y: 10 });
  });

  it('writes coordinates as finely as the cursor goes', () => {
    expect(coordinateText([-1, 1], -0.2)).toBe('−0.20');
    expect(coordinateText([0, 1000], 250)).toBe('250');
  });
});

describe('points', () => {
  const points = [point(0, 1), point(0.25, 2, 1), point(0.5, 3)];

  it('are added on top, moved and removed, and the former list stays as it was', () => {
    const before = structuredClone(points);
    expect(addPoint(points, point(1, 1)).at(-1)).toEqual(point(1, 1));
    expect(movePoint(points, 1, { x: 0.75, y: 9 })[1]).toEqual(point(0.75, 9, 1));
    expect(removePoint(points, 0)).toEqual([points[1], points[2]]);
    expect(points).toEqual(before);
  });

  it('are no more than a control may hold', () => {
    const full = Array.from({ length: LIMITS.points }, () => point(0, 0));
    expect(addPoint(full, point(1, 1))).toBe(full);
  });

  it('are walked round in both directions', () => {
    expect([-1, 0, 1, 2].map((index) => neighbour(points, index, 1))).toEqual([0, 1, 2, 0]);
    expect([-1, 0, 1, 2].map((index) => neighbour(points, index, -1))).toEqual([2, 2, 0, 1]);
    expect(neighbour([], -1, 1)).toBe(-1);
  });

  it('are told in words', () => {
    expect(pointsWords(control, points)).toBe('3 points: 2 cat, 1 dog');
    expect(pointsWords({ labels: ['cat'] }, points.slice(0, 1))).toBe('1 point');
    expect(pointsWords(control, [])).toBe('no points yet');
    expect(pointWords(control, points, 1)).toBe('Point 2 of 3: length 0.25, y 2.0, dog');
    expect(placeWords(control, { x: -1, y: 10 })).toBe('length −1.00, y 10.0');
  });
});

describe('classMark', () => {
  it('tells six classes by shape alone, and 36 by shape and colour', () => {
    const marks = Array.from({ length: 36 }, (_, index) => classMark(index));
    expect(new Set(marks.slice(0, 6).map(({ shape }) => shape)).size).toBe(6);
    expect(new Set(marks.map(({ shape, color }) => `${shape} ${color}`)).size).toBe(36);
    expect(marks.every(({ color }) => color >= 0 && color < 6)).toBe(true);
  });
});

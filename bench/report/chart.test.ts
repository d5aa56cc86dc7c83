import { describe, expect, test } from 'vitest';
import { chart } from './chart.mjs';

const draw = (points: [number, number][]) =>
  chart({ title: 'a < b', x: 'rows', y: 'ms', series: [{ name: 'ours', points }] });

/** The places of the line's points. */
function placesIn(svg: string): [number, number][] {
  const path = /<path d="M([^"]+)" fill="none"/.exec(svg)?.[1] ?? '';
  return path.split('L').map((place) => place.split(' ').map(Number) as [number, number]);
}

describe('a chart of growth', () => {
  test('the axes are logarithmic: equal factors are equal distances', () => {
    const [a, b, c] = placesIn(
      draw([
        [1, 10],
        [10, 100],
        [100, 1000],
      ]),
    );
    expect(b![0] - a![0]).toBeCloseTo(c![0] - b![0], 0);
    expect(b![1] - a![1]).toBeCloseTo(c![1] - b![1], 0);
    expect(c![0]).toBeGreaterThan(a![0]);
    expect(c![1]).toBeLessThan(a![1]);
  });

  test('a cost that does not grow is a level line, inside the picture', () => {
    const places = placesIn(
      draw([
        [1, 5],
        [10, 5],
      ]),
    );
    expect(places[0]![1]).toBe(places[1]![1]);
    expect(places.flat().every((value) => value > 0 && value < 640)).toBe(true);
  });

  test('words are escaped, and each value of x stands under its point', () => {
    const svg = draw([
      [32, 1],
      [512, 2],
    ]);
    expect(svg).toContain('a &lt; b');
    expect(svg).toContain('>32</text>');
    expect(svg).toContain('>512</text>');
  });
});

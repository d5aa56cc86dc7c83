import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  brushFor,
  inkLine,
  inkPixels,
  inkedCount,
  inkedWords,
  padSide,
  type Place,
} from './draw-grid';

/** The same by brute force: the nearest of many points along the line. */
function slowLine(size: number, from: Place, to: Place): Float32Array {
  const { core, reach } = brushFor(size);
  return Float32Array.from({ length: size * size }, (_, at) => {
    const [x, y] = [(at % size) + 0.5, Math.floor(at / size) + 0.5];
    let far = Infinity;
    for (let i = 0; i <= 2_000; i++) {
      const t = i / 2_000;
      const [lineX, lineY] = [from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)];
      far = Math.min(far, Math.sqrt((x - lineX) ** 2 + (y - lineY) ** 2));
    }
    if (far <= core) return 1;
    return far >= reach ? 0 : (reach - far) / (reach - core);
  });
}

const place = fc.record({
  x: fc.double({ min: -4, max: 20, noNaN: true }),
  y: fc.double({ min: -4, max: 20, noNaN: true }),
});

describe('inkLine', () => {
  it('inks each pixel by its distance from the line', () => {
    fc.assert(
      fc.property(place, place, (from, to) => {
        const grid = new Float32Array(256);
        inkLine(grid, 16, from, to);
        const slow = slowLine(16, from, to);
        // The brute force misses the nearest point by up to half of a step along the line.
        grid.forEach((ink, at) => expect(Math.abs(ink - slow[at]!)).toBeLessThan(0.02));
      }),
      { numRuns: 40 },
    );
  });

  it('makes a dot of a line without length, round about its middle', () => {
    const grid = new Float32Array(28 * 28);
    inkLine(grid, 28, { x: 10.5, y: 20.5 }, { x: 10.5, y: 20.5 });
    expect(grid[20 * 28 + 10]).toBe(1);
    const beside = [grid[20 * 28 + 9], grid[20 * 28 + 11], grid[19 * 28 + 10], grid[21 * 28 + 10]];
    expect(new Set(beside).size).toBe(1);
    expect(beside[0]).toBeGreaterThan(0.3);
    expect(beside[0]).toBeLessThan(1);
    expect(inkedCount(grid)).toBe(9);
  });

  it('takes no ink away and stays between 0 and 1', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 12 }), (places) => {
        let grid = new Float32Array(256);
        for (let at = 1; at < places.length; at++) {
          const next = grid.slice();
          inkLine(next, 16, places[at - 1]!, places[at]!);
          next.forEach((ink, cell) => {
            expect(ink).toBeGreaterThanOrEqual(grid[cell]!);
            expect(ink).toBeLessThanOrEqual(1);
          });
          grid = next;
        }
      }),
      { numRuns: 30 },
    );
  });

  it('leaves the far side of the grid alone when a stroke passes its edge', () => {
    const grid = new Float32Array(64);
    inkLine(grid, 8, { x: 7.9, y: 4 }, { x: 30, y: 4 });
    expect(grid.filter((_, at) => at % 8 < 4).every((ink) => ink === 0)).toBe(true);
  });
});

describe('a drawing', () => {
  it('is told by its inked cells', () => {
    expect(inkedWords(Float32Array.of(0, 0.5, 1, 0))).toBe('2 of 4 cells inked');
  });

  it('is painted in one colour, its opacity the ink', () => {
    expect([...inkPixels(Float32Array.of(0, 1, 0.5), [10, 20, 30])]).toEqual([
      ...[10, 20, 30, 0],
      ...[10, 20, 30, 255],
      ...[10, 20, 30, 128],
    ]);
  });

  it('has whole pixels on the screen for each of its own, and fits a phone', () => {
    for (let size = 1; size <= 256; size++) {
      expect(padSide(size) % size).toBe(0);
      expect(padSide(size)).toBeLessThanOrEqual(280);
    }
    expect(padSide(28)).toBe(280);
  });
});

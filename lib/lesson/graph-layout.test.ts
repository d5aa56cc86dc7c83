import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellLink } from './cell-links';
import { graphLayout, HEAD, isChange } from './graph-layout';

const OPTIONS = { row: 48, room: 96 };
const SIZE = 10;
const order = Array.from({ length: SIZE }, (_, index) => `cell-${index}`);

const links: fc.Arbitrary<CellLink[]> = fc.uniqueArray(
  fc.record({
    from: fc.constantFrom(...order),
    to: fc.constantFrom(...order),
    kind: fc.constantFrom('reads', 'follows', 'trains', 'disposes'),
    names: fc.constant(['x']),
  }),
  { maxLength: 25, selector: ({ from, to, kind }) => `${from} ${to} ${kind}` },
);

/** The corners of a path, curves taken at their end points. */
function corners(path: string): { x: number; y: number }[] {
  const at = { x: 0, y: 0 };
  return [...path.matchAll(/([MHVQ])([-\d. ]+)/g)].map(([, command, text = '']) => {
    const numbers = text.trim().split(' ').map(Number);
    if (command === 'H') at.x = numbers[0]!;
    else if (command === 'V') at.y = numbers[0]!;
    else [at.x, at.y] = numbers.slice(-2) as [number, number];
    return { ...at };
  });
}

type Piece = { from: string; to: string; change: boolean; x: number; top: number; bottom: number };

/** The upright part of each link. */
function uprights(all: readonly CellLink[]): Piece[] {
  return graphLayout(order, all, OPTIONS).links.map(({ path, from, to, ...link }) => {
    const points = corners(path);
    const ys = points.map(({ y }) => y);
    const x = Math.min(...points.map((point) => point.x));
    const change = isChange({ from, to, ...link });
    return { from, to, change, x, top: Math.min(...ys), bottom: Math.max(...ys) };
  });
}

describe('graphLayout', () => {
  it('gives each cell a row of its own, in order', () => {
    const { rows, height } = graphLayout(order, [], OPTIONS);
    expect(rows.map(({ id }) => id)).toEqual(order);
    rows.forEach(({ y }, index) => {
      expect(y - OPTIONS.row / 2).toBeGreaterThanOrEqual(index * OPTIONS.row);
      expect(y + OPTIONS.row / 2).toBeLessThanOrEqual((index + 1) * OPTIONS.row);
    });
    expect(height).toBe(SIZE * OPTIONS.row);
  });

  it('draws each link once, from the row of one cell to the row of the other', () => {
    fc.assert(
      fc.property(links, (all) => {
        const layout = graphLayout(order, all, OPTIONS);
        const row = new Map(layout.rows.map(({ id, y }) => [id, y]));
        expect(layout.links).toHaveLength(all.filter(({ from, to }) => from !== to).length);
        for (const { from, to, path, head } of layout.links) {
          const points = corners(path);
          const [first, last] = [points[0]!, points.at(-1)!];
          expect([first.x, last.x]).toEqual([layout.width, layout.width - HEAD]);
          expect(last).toEqual(head);
          expect(Math.abs(first.y - row.get(from)!)).toBeLessThan(OPTIONS.row / 2);
          expect(Math.abs(last.y - row.get(to)!)).toBeLessThan(OPTIONS.row / 2);
          for (const { x } of points) expect(x).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('never lays the lines of two cells, or of reading and training, on one another', () => {
    fc.assert(
      fc.property(links, (all) => {
        const pieces = uprights(all);
        for (const a of pieces) {
          for (const b of pieces) {
            if ((a.from === b.from && a.change === b.change) || a.x !== b.x) continue;
            expect(a.bottom <= b.top || b.bottom <= a.top).toBe(true);
          }
        }
      }),
    );
  });

  it('puts a chain of cells in one lane, and a long way round outside of it', () => {
    const reads = (from: number, to: number): CellLink => {
      return { from: order[from]!, to: order[to]!, kind: 'reads', names: ['x'] };
    };
    const chain = uprights([reads(0, 1), reads(1, 2), reads(2, 3)]);
    expect(new Set(chain.map(({ x }) => x)).size).toBe(1);
    const [short, long] = uprights([reads(1, 2), reads(0, 5)]);
    expect(long!.x).toBeLessThan(short!.x);
  });

  it('leaves out links of cells that are not there, and takes no room for none', () => {
    const gone: CellLink = { from: 'cell-0', to: 'gone', kind: 'reads', names: ['x'] };
    expect(graphLayout(order, [gone], OPTIONS).links).toEqual([]);
    expect(graphLayout(order, [gone], OPTIONS).width).toBeLessThan(24);
  });
});

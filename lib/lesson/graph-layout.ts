import type { CellId } from '@/lib/protocol';
import type { CellLink } from './cell-links';

/** In CSS pixels: the height of a cell's row, and what the lines may take beside the rows at most. */
export type LayoutOptions = { row: number; room: number };

export type LaidLink = CellLink & {
  /** Of an SVG path from the right edge of the lines at `from` to where an arrowhead begins at `to`. */
  path: string;
  /** Where the head begins; it ends at the right edge, `HEAD` further. */
  head: { x: number; y: number };
};

export type GraphLayout = {
  /** What the lines take, and the height of all rows. */
  width: number;
  height: number;
  /** Of each cell, the middle of its row. */
  rows: readonly { id: CellId; y: number }[];
  links: readonly LaidLink[];
};

/** All that leaves one cell in one manner: a line down or up beside the rows, with a branch to each cell it goes to. */
type Bus = { changes: boolean; links: CellLink[]; top: number; bottom: number };

/** From the middle of a row to where lines of each sort leave it and arrive, so that two never lie on one another. */
const PORTS = { read: { out: 8, in: -8 }, change: { out: 3, in: -3 } };
const WIDEST_LANE = 12;
const NARROWEST_LANE = 4;
const ROUND = 6;
/** Between the innermost lane and the rows: the curve, and an arrowhead. */
const APPROACH = 20;
/** The length of an arrowhead. */
export const HEAD = 6;
/** Two lines in one lane keep this far apart. */
const APART = 4;

/**
 * Places cells as rows from top to bottom and their links as lines on the left of them. Each cell's links share one
 * line, what it reads from others and what it changes of others apart; short lines are nearest to the rows. No two
 * lines lie on one another but where they come to the same cell.
 */
export function graphLayout(
  order: readonly CellId[],
  links: readonly CellLink[],
  { row, room }: LayoutOptions,
): GraphLayout {
  const rows = order.map((id, index) => ({ id, y: (index + 0.5) * row }));
  const middle = new Map(rows.map(({ id, y }) => [id, y]));
  const buses = busesOf(links, middle);
  const lanes = lanesOf(buses);
  const count = Math.max(0, ...lanes.values()) + (buses.length > 0 ? 1 : 0);
  const spread = (room - APPROACH) / Math.max(1, count);
  const lane = Math.min(WIDEST_LANE, Math.max(NARROWEST_LANE, spread));
  const width = APPROACH + count * lane;
  return {
    width,
    height: order.length * row,
    rows,
    links: buses.flatMap((bus) => {
      const x = width - APPROACH - (lanes.get(bus) ?? 0) * lane;
      return bus.links.map((link) => {
        const [start, end] = endsOf(link, bus, middle);
        const path = pathOf(start, end, x, width);
        return { ...link, path, head: { x: width - HEAD, y: end } };
      });
    }),
  };
}

function busesOf(links: readonly CellLink[], middle: ReadonlyMap<CellId, number>): Bus[] {
  const buses = new Map<string, Bus>();
  for (const link of links) {
    if (!middle.has(link.from) || !middle.has(link.to) || link.from === link.to) continue;
    const changes = isChange(link);
    const key = `${changes} ${link.from}`;
    const bus = buses.get(key) ?? { changes, links: [], top: Infinity, bottom: -Infinity };
    bus.links.push(link);
    for (const y of endsOf(link, bus, middle)) {
      bus.top = Math.min(bus.top, y);
      bus.bottom = Math.max(bus.bottom, y);
    }
    buses.set(key, bus);
  }
  return [...buses.values()];
}

export function isChange({ kind }: CellLink): boolean {
  return kind === 'trains' || kind === 'disposes';
}

/** The lane of each line, 0 the one nearest to the rows. */
function lanesOf(buses: readonly Bus[]): Map<Bus, number> {
  const lanes: Bus[][] = [];
  const chosen = new Map<Bus, number>();
  const shortFirst = [...buses].sort((a, b) => a.bottom - a.top - (b.bottom - b.top));
  for (const bus of shortFirst) {
    const free = lanes.findIndex((lane) => lane.every((other) => areApart(bus, other)));
    const lane = free === -1 ? lanes.length : free;
    lanes[lane] = [...(lanes[lane] ?? []), bus];
    chosen.set(bus, lane);
  }
  return chosen;
}

function areApart(a: Bus, b: Bus): boolean {
  return a.bottom + APART <= b.top || b.bottom + APART <= a.top;
}

function endsOf(
  { from, to }: CellLink,
  { changes }: Pick<Bus, 'changes'>,
  middle: ReadonlyMap<CellId, number>,
): [number, number] {
  const port = changes ? PORTS.change : PORTS.read;
  return [(middle.get(from) ?? 0) + port.out, (middle.get(to) ?? 0) + port.in];
}

/** Left from the edge, along the lane, and right again. */
function pathOf(start: number, end: number, x: number, edge: number): string {
  const turn = end > start ? ROUND : -ROUND;
  return [
    `M${edge} ${start}H${x + ROUND}`,
    `Q${x} ${start} ${x} ${start + turn}`,
    `V${end - turn}`,
    `Q${x} ${end} ${x + ROUND} ${end}`,
    `H${edge - HEAD}`,
  ].join('');
}

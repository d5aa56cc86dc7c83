import type { FrameData } from '@/lib/protocol';
import type { Settings } from '../setting';
import { numberOf } from '../setting';
import { fieldOf } from './field';
import { gaussian } from './gaussian';
import { NOTHING, update, type Memory, type Pair, type Rule } from './rules';

type Data = FrameData['descent'];

/** Where an optimizer stood before a step (or at the end), and the loss and slope that it found there. */
export type Spot = { x: number; y: number; loss: number; dx: number; dy: number };
/** `index` is the path's place in the data, which names its colour and mark. */
export type Run = { name: string; index: number; rule: Rule; spots: Spot[] };

/** What the reader has changed against the cell's own run; null where nothing. */
export type Own = { x: number; y: number; rate: number; noise: number };

const FIELDS = 5;

/** The cell's own start: of its first path. */
export function startOf(data: Data): Pair {
  const points = data.paths[0]?.points;
  return points ? [points[0]!, points[1]!] : [mid(data.x), mid(data.y)];
}

const mid = ([low, high]: readonly [number, number]) => (low + high) / 2;

export function stepsOf(data: Data): number {
  return Math.max(0, ...data.paths.map(({ points }) => points.length / FIELDS - 1));
}

export function ownOf(data: Data, settings: Settings): Own | null {
  const [x0, y0] = startOf(data);
  const x = numberOf(settings, 'x', x0, data.x);
  const y = numberOf(settings, 'y', y0, data.y);
  const rate = 10 ** numberOf(settings, 'rate', 0, [-1, 1]);
  const noise = numberOf(settings, 'noise', 0, [0, 1]);
  const same = x === x0 && y === y0 && rate === 1 && noise === 0;
  return same ? null : { x, y, rate, noise };
}

const computed = new WeakMap<Data, { key: string; runs: Run[] }>();

/** The paths as the cell took them, or, where the reader set something, as their formulas take them on the surface. */
export function runsOf(data: Data, settings: Settings): Run[] {
  const own = ownOf(data, settings);
  const key = JSON.stringify(own);
  const known = computed.get(data);
  if (known?.key === key) return known.runs;
  const runs = own ? computedRuns(data, own) : takenRuns(data);
  computed.set(data, { key, runs });
  return runs;
}

function takenRuns(data: Data): Run[] {
  return data.paths.map(({ name, rule, points }, index) => ({
    name,
    index,
    rule,
    spots: Array.from({ length: points.length / FIELDS }, (_, step) => {
      const [x, y, loss, dx, dy] = points.subarray(step * FIELDS) as unknown as number[];
      return { x: x!, y: y!, loss: loss!, dx: dx!, dy: dy! };
    }),
  }));
}

function computedRuns(data: Data, own: Own): Run[] {
  return data.paths.flatMap(({ name, rule }, index) => {
    if (rule.kind === 'other') return [];
    return [
      { name, index, rule: { ...rule, rate: rule.rate * own.rate }, spots: [] as Spot[] },
    ].map((run) => ({ ...run, spots: walk(data, own, run.rule) }));
  });
}

/** Step by step until it leaves the plane. All paths meet the same noise. */
function walk(data: Data, own: Own, rule: Rule): Spot[] {
  const field = fieldOf(data);
  const normal = gaussian(7);
  const first = field(own.x, own.y);
  const spread = own.noise * Math.hypot(first?.dx ?? 0, first?.dy ?? 0);
  const spots: Spot[] = [];
  let memory: Memory = NOTHING;
  let [x, y] = [own.x, own.y];
  for (let t = 1; t <= stepsOf(data) + 1; t++) {
    const slope = field(x, y);
    if (!slope) break;
    const seen = { ...slope, dx: slope.dx + spread * normal(), dy: slope.dy + spread * normal() };
    spots.push({ x, y, ...seen });
    const next = update(rule, memory, [seen.dx, seen.dy], t);
    if (!next) break;
    memory = next;
    [x, y] = [x + next.change[0], y + next.change[1]];
  }
  return spots;
}

/** What an optimizer remembered when it had taken `step` steps: its formula fed with the gradients that it saw. */
export function memoryAt({ rule, spots }: Run, step: number): Memory {
  let memory: Memory = NOTHING;
  for (let t = 1; t <= step; t++) {
    const spot = spots[t - 1];
    const next = spot && update(rule, memory, [spot.dx, spot.dy], t);
    if (next) memory = next;
  }
  return memory;
}

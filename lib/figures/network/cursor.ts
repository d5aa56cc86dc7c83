import type { CursorOf, Key, Point } from '../figure-module';
import { formatNumber, formatSigned } from '../format';
import { strengthOf, type Band } from './band';
import { unitName, unitsOf, weightOf } from './names';
import { valuesFor } from './what-if';
import { edgeEnds, type NetworkScene } from './scene';

type NetworkCursor = CursorOf<'network'>;
/** How far from an edge still counts, CSS pixels. */
const REACH = 6;

export function hitNetwork(scene: NetworkScene, point: Point): NetworkCursor | null {
  if (point.y < scene.layout.top - 12 || point.y > scene.layout.bottom + 12) return null;
  return hitUnit(scene, point) ?? hitEdge(scene, point);
}

function hitUnit(scene: NetworkScene, { x, y }: Point): NetworkCursor | null {
  for (const [layer, { nodes, radius, spacing }] of scene.layout.columns.entries()) {
    const reach = Math.max(radius + 2, Math.min(12, spacing / 2 + 1));
    let best: { unit: number; distance: number } | null = null;
    nodes.forEach((node, unit) => {
      const distance = Math.hypot(node.x - x, node.y - y);
      if (distance <= reach && (!best || distance < best.distance)) best = { unit, distance };
    });
    const found = best as { unit: number } | null;
    if (found) return { kind: 'network', layer, unit: found.unit, from: null };
  }
  return null;
}

/** Among the edges within reach, a stronger one wins over one that is a little nearer. */
function hitEdge(scene: NetworkScene, point: Point): NetworkCursor | null {
  let best: { band: Band; edge: number; cost: number } | null = null;
  for (const band of scene.bands) {
    for (const { negative, positive } of band.levels) {
      for (const edges of [negative, positive]) {
        for (const edge of edges) {
          const distance = distanceTo(scene, band, edge, point);
          if (distance > REACH) continue;
          const cost = distance - REACH * strengthOf(band, edge);
          if (!best || cost < best.cost) best = { band, edge, cost };
        }
      }
    }
  }
  if (!best) return null;
  const { band, edge } = best;
  const from = Math.floor(edge / band.units);
  return { kind: 'network', layer: band.layer, unit: edge % band.units, from };
}

/** From a point to an edge's curve, to first order: the vertical distance over the curve's slope. */
function distanceTo(scene: NetworkScene, band: Band, edge: number, { x, y }: Point): number {
  const ends = edgeEnds(scene, band, edge);
  if (!ends) return Infinity;
  const [from, to] = ends;
  const t = (x - from.x) / (to.x - from.x);
  if (t < 0 || t > 1) return Infinity;
  const height = to.y - from.y;
  const curve = from.y + height * t * t * (3 - 2 * t);
  const slope = (height * 6 * t * (1 - t)) / (to.x - from.x);
  return Math.abs(y - curve) / Math.hypot(1, slope);
}

/** Left and right between layers, keeping the height; up and down between units. */
export function moveNetwork(
  scene: NetworkScene,
  cursor: NetworkCursor | null,
  key: Key,
): NetworkCursor {
  const at = (layer: number, unit: number): NetworkCursor => ({
    kind: 'network',
    layer,
    unit: Math.min(Math.max(0, unit), Math.max(0, unitsOf(scene.data, layer) - 1)),
    from: null,
  });
  if (!cursor) return at(0, 0);
  const { layer, unit } = cursor;
  switch (key) {
    case 'left':
    case 'right': {
      const next = Math.min(
        scene.layout.columns.length - 1,
        Math.max(0, layer + (key === 'left' ? -1 : 1)),
      );
      return next === layer ? at(layer, unit) : at(next, unitBeside(scene, layer, unit, next));
    }
    case 'up':
      return at(layer, unit - 1);
    case 'down':
      return at(layer, unit + 1);
    case 'home':
      return at(layer, 0);
    case 'end':
      return at(layer, Infinity);
    default:
      return key satisfies never;
  }
}

function unitBeside(scene: NetworkScene, layer: number, unit: number, next: number): number {
  const y = scene.layout.columns[layer]?.nodes[unit]?.y ?? 0;
  const nodes = scene.layout.columns[next]?.nodes ?? [];
  let best = 0;
  nodes.forEach((node, i) => {
    if (Math.abs(node.y - y) < Math.abs((nodes[best]?.y ?? Infinity) - y)) best = i;
  });
  return best;
}

export function readNetwork({ data }: NetworkScene, cursor: NetworkCursor): string {
  const { layer, unit, from } = cursor;
  const name = unitName(data, layer, unit);
  if (from !== null) {
    const weight = formatSigned(weightOf(data, layer, from, unit));
    return `weight from ${unitName(data, layer - 1, from)} to ${name}: ${weight}`;
  }
  const value = valuesFor(data)?.[layer]?.[unit];
  const gives = value === undefined ? '' : `; ${formatNumber(value)} for the example`;
  if (layer === 0) return `${name}: strongest to ${strongest(data, layer, unit, 'out')}${gives}`;
  const bias = formatSigned(data.layers[layer - 1]?.bias[unit] ?? NaN);
  return `${name}: bias ${bias}; strongest inputs ${strongest(data, layer, unit, 'in')}${gives}`;
}

/** The three largest weights into or out of a unit: "glucose +0.510, BMI +0.300, age +0.290". */
function strongest(
  data: NetworkScene['data'],
  layer: number,
  unit: number,
  way: 'in' | 'out',
): string {
  const other = way === 'in' ? layer - 1 : layer + 1;
  const weights = Array.from({ length: unitsOf(data, other) }, (_, i) => ({
    name: unitName(data, other, i),
    weight: way === 'in' ? weightOf(data, layer, i, unit) : weightOf(data, other, unit, i),
  })).filter(({ weight }) => Number.isFinite(weight));
  weights.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const three = weights.slice(0, 3).map(({ name, weight }) => `${name} ${formatSigned(weight)}`);
  return three.join(', ') || 'none';
}

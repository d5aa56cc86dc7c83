import type { NetworkLayer } from '@/lib/protocol';

/** Edges are stroked in this many levels of strength, weakest first; each level is two paths. */
export const LEVELS = 32;
/** Past this many, only the strongest are drawn; more would be a grey block. */
export const EDGE_CAP = 6000;
const BINS_PER_LEVEL = 8;

/** The edges into one layer. An edge's index is `from * units + to`, its place in the kernel. */
export type Band = {
  /** Of the layer, 1 for the first after the inputs. */
  layer: number;
  units: number;
  kernel: Float32Array;
  /** What counts as full strength; positive. */
  full: number;
  levels: { strength: number; negative: number[]; positive: number[] }[];
  /** Exponent on strengths when drawn: crowded bands keep width and colour for fewer, stronger edges. */
  sharpness: number;
  drawn: number;
  /** Weights that are NaN or infinite. */
  broken: number;
};

/** 0 to 1: the share of the layer's largest weight. */
export function strengthOf(band: Band, edge: number): number {
  return Math.min(1, Math.abs(band.kernel[edge] ?? 0) / band.full);
}

export function bandOf(layer: NetworkLayer, index: number, full: number): Band {
  const band: Band = {
    layer: index,
    units: layer.units,
    kernel: layer.kernel,
    full: full || 1,
    levels: Array.from({ length: LEVELS }, (_, i) => ({
      strength: (i + 1) / LEVELS,
      negative: [],
      positive: [],
    })),
    sharpness: Math.min(2.2, Math.max(1, 1 + 0.4 * Math.log2(layer.kernel.length / 512))),
    drawn: 0,
    broken: 0,
  };
  const floor = lowestBin(band);
  for (let edge = 0; edge < layer.kernel.length; edge++) addEdge(band, edge, floor);
  return band;
}

function addEdge(band: Band, edge: number, floor: number): void {
  const weight = band.kernel[edge] ?? NaN;
  if (!Number.isFinite(weight)) band.broken++;
  else if (weight !== 0 && binOf(band, edge) >= floor) {
    const level = band.levels[Math.floor(binOf(band, edge) / BINS_PER_LEVEL)];
    (weight < 0 ? level?.negative : level?.positive)?.push(edge);
    band.drawn++;
  }
}

function binOf(band: Band, edge: number): number {
  const bins = LEVELS * BINS_PER_LEVEL;
  return Math.min(bins - 1, Math.floor(strengthOf(band, edge) * bins));
}

/** The bin from which upwards at most `EDGE_CAP` edges lie; counted, since sorting them all would be slow. */
function lowestBin(band: Band): number {
  const edges = band.kernel.length;
  if (edges <= EDGE_CAP) return 0;
  const counts = new Uint32Array(LEVELS * BINS_PER_LEVEL);
  for (let edge = 0; edge < edges; edge++) {
    const bin = binOf(band, edge);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  let bin = counts.length - 1;
  for (let kept = counts[bin] ?? 0; bin > 0; bin--) {
    kept += counts[bin - 1] ?? 0;
    if (kept > EDGE_CAP) break;
  }
  return bin;
}

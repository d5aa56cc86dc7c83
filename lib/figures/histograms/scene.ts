import { SIZE_HIGH, SIZE_LOW } from '@/lib/protocol';
import type { Extent, History, Rect } from '../figure-module';
import { axisOf, type Axis, type PlotTick } from '../plot/axis';
import type { Settings } from '../setting';
import { dataAt, quantityOf, showsSizes } from './data';
import type { Distribution, HistogramLayer, HistogramsData, Quantity } from './data';

/** One bin: its ends in pixels and in values, how many are in it, and its height, 0 to 1 of the row's tallest. */
export type Bar = {
  left: number;
  right: number;
  from: number;
  to: number;
  count: number;
  height: number;
};
export type HistogramRow = {
  layer: HistogramLayer;
  distribution: Distribution | null;
  plot: Rect;
  bars: Bar[];
};
export type HistogramsScene = Extent & {
  data: HistogramsData;
  quantity: Quantity;
  sizes: boolean;
  rows: HistogramRow[];
  xTicks: PlotTick[];
  /** Where zero is, if it is on the axis. */
  zero: number | null;
  labels: number;
  notes: { x: number; width: number; below: boolean };
};

const TOP = 8;
const BOTTOM = 44;
const WIDE = 520;

export const histogramsHeight = (width: number, layers = 4) =>
  TOP + layers * rowHeight(width, layers) + BOTTOM;

/** On a narrow screen the words stand above the bars, so that these keep the width. */
const rowHeight = (width: number, layers: number) =>
  width < WIDE ? 74 : Math.min(84, Math.max(52, 380 / Math.max(1, layers)));

export function histogramsScene(
  history: History<'histograms'>,
  at: number,
  width: number,
  settings: Settings,
): HistogramsScene {
  const data = dataAt(history, at);
  const quantity = quantityOf(data, settings);
  const sizes = showsSizes(quantity, settings);
  const below = width < WIDE;
  const labels = below ? 4 : 132;
  const notes = below ? 4 : 150;
  const plot = { x: labels, width: Math.max(120, width - labels - notes) };
  const x = axisFor(history, quantity, sizes, plot);
  const height = rowHeight(width, data.layers.length);
  const rows = data.layers.map((layer, i) => {
    const head = below ? 24 : 8;
    const box = { ...plot, y: TOP + i * height + head, height: height - head - 4 };
    const distribution = layer[quantity][0] ?? null;
    return { layer, distribution, plot: box, bars: barsOf(distribution, sizes, x) };
  });
  const zero = x.place(0);
  return {
    width: Math.max(width, labels + plot.width + notes),
    height: histogramsHeight(width, data.layers.length),
    data,
    quantity,
    sizes,
    rows,
    xTicks: x.ticks,
    zero: !sizes && zero >= plot.x && zero <= plot.x + plot.width ? zero : null,
    labels,
    notes: { x: plot.x + plot.width + 12, width: notes - 12, below },
  };
}

type Span = { x: number; width: number };

/** One axis for all layers and all steps, so that both can be compared. */
function axisFor(
  history: History<'histograms'>,
  quantity: Quantity,
  sizes: boolean,
  { x, width }: Span,
): Axis {
  const all = history.frames.flatMap(({ data }) => data.layers.flatMap((layer) => layer[quantity]));
  const ends = { from: x, to: x + width, count: Math.max(3, width / 70) };
  if (!sizes) {
    const min = Math.min(0, ...all.map(({ low }) => low));
    const max = Math.max(0, ...all.map(({ high }) => high));
    return axisOf({ ...ends, min, max });
  }
  const used = all.flatMap((one) => usedSizes(one));
  const [low, high] = used.length > 0 ? [Math.min(...used), Math.max(...used) + 1] : [16, 24];
  return axisOf({ ...ends, log: true, min: sizeAt(low), max: sizeAt(high) });
}

const usedSizes = ({ sizes }: Distribution) =>
  Array.from(sizes.keys()).filter((i) => (sizes[i] ?? 0) > 0);

/** Two bins for each power of ten. */
const sizeAt = (bin: number) => 10 ** Math.min(SIZE_HIGH, SIZE_LOW + bin / 2);

function barsOf(distribution: Distribution | null, sizes: boolean, x: Axis): Bar[] {
  if (!distribution) return [];
  const { low, high, bins } = distribution;
  const counts = sizes ? distribution.sizes : bins;
  // All values alike: one slim bar where they are.
  const isPoint = !sizes && high <= low;
  const half = (x.value(2) - x.value(0)) / 2;
  const edge = (i: number) => (sizes ? sizeAt(i) : low + ((high - low) * i) / bins.length);
  const tallest = Math.max(1, ...counts);
  return Array.from(counts, (count, i) => {
    const [from, to] = isPoint ? [low - half, low + half] : [edge(i), edge(i + 1)];
    return { left: x.place(from), right: x.place(to), from, to, count, height: count / tallest };
  });
}

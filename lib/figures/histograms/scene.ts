import type { Extent, History, Rect } from '../figure-module';
import { formatShort } from '../format-short';
import { axisOf, type Axis, type PlotTick } from '../plot/axis';
import type { Settings } from '../setting';

import { barsOf, BEYOND, type Bar } from './bars';
import { dataAt, quantityOf, showsSizes } from './data';
import type { Distribution, HistogramLayer, HistogramsData, Quantity } from './data';
import { extentOf, sizeAt, type ValueExtent } from './extent';

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
  /** Where a bin beyond each end that is cut stands, and its name. */
  beyond: PlotTick[];
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
  const extent = sizes ? WHOLE : extentOf(history, quantity);
  const x = sizes ? sizeAxis(history, quantity, plot) : valueAxis(extent, plot);
  const height = rowHeight(width, data.layers.length);
  const rows = data.layers.map((layer, i) => {
    const head = below ? 24 : 8;
    const box = { ...plot, y: TOP + i * height + head, height: height - head - 4 };
    const distribution = layer[quantity][0] ?? null;
    return { layer, distribution, plot: box, bars: barsOf(distribution, sizes, x, extent) };
  });
  const zero = x.place(0);
  return {
    width: Math.max(width, labels + plot.width + notes),
    height: histogramsHeight(width, data.layers.length),
    data,
    quantity,
    sizes,
    rows,
    xTicks: ticksBeside(x, extent),
    beyond: beyondOf(x, extent),
    zero: !sizes && zero >= plot.x && zero <= plot.x + plot.width ? zero : null,
    labels,
    notes: { x: plot.x + plot.width + 12, width: notes - 12, below },
  };
}

type Span = { x: number; width: number };

/** Sizes are never cut: powers of ten have room for all. */
const WHOLE: ValueExtent = { low: 0, high: 0, cutLow: false, cutHigh: false };

const spanOf = ({ x, width }: Span, { cutLow, cutHigh }: ValueExtent) => ({
  from: x + (cutLow ? BEYOND.room : 0),
  to: x + width - (cutHigh ? BEYOND.room : 0),
  count: Math.max(3, width / 70),
});

function valueAxis(extent: ValueExtent, plot: Span): Axis {
  const { low: min, high: max, cutLow, cutHigh } = extent;
  // An axis that is cut ends at the number that the bin beyond it is named by.
  return axisOf({ ...spanOf(plot, extent), min, max, tight: cutLow || cutHigh });
}

/** One axis for all layers and all steps, so that both can be compared. */
function sizeAxis(history: History<'histograms'>, quantity: Quantity, plot: Span): Axis {
  const all = history.frames.flatMap(({ data }) => data.layers.flatMap((layer) => layer[quantity]));
  const used = all.flatMap((one) => usedSizes(one));
  const [low, high] = used.length > 0 ? [Math.min(...used), Math.max(...used) + 1] : [16, 24];
  return axisOf({ ...spanOf(plot, WHOLE), log: true, min: sizeAt(low), max: sizeAt(high) });
}

const usedSizes = ({ sizes }: Distribution) =>
  Array.from(sizes.keys()).filter((i) => (sizes[i] ?? 0) > 0);

/** "> 10" and "< −10". */
function beyondOf(x: Axis, { low, high, cutLow, cutHigh }: ValueExtent): PlotTick[] {
  const half = BEYOND.room / 2;
  return [
    ...(cutLow ? [{ place: x.place(low) - half, text: `< ${formatShort(low)}` }] : []),
    ...(cutHigh ? [{ place: x.place(high) + half, text: `> ${formatShort(high)}` }] : []),
  ];
}

/** Without the number at an end that is cut: the bin beyond has it in its name. */
function ticksBeside(x: Axis, { low, high, cutLow, cutHigh }: ValueExtent): PlotTick[] {
  return x.ticks.filter(
    ({ place }) =>
      !(cutLow && place < x.place(low) + 12) && !(cutHigh && place > x.place(high) - 12),
  );
}

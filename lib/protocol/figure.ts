/** A figure is a kind and a sequence of frames keyed by step; see `lib/figures` for how each is drawn. */
export type FigureKind = 'curve' | 'network' | 'matrix' | 'confusion';

export type FrameData = {
  /** The named metrics of one step, e.g. `{ loss: 0.61, val_loss: 0.64 }`. The series is the sequence of frames. */
  curve: { values: Record<string, number> };
  /** A stack of dense layers. `kernel` is row-major `[inputs, units]`, `bias` is `[units]`. */
  network: { inputs: string[]; outputs: string[]; layers: NetworkLayer[] };
  /** `values` is row-major `[rows, columns]`. `diverging` runs blue-paper-orange around zero, `magnitude` one ramp. */
  matrix: {
    rows: number;
    columns: number;
    values: Float32Array;
    rowLabels: string[];
    columnLabels: string[];
    scale: 'diverging' | 'magnitude';
  };
  /** `counts` is row-major `[actual, predicted]`, both in the order of `labels`. */
  confusion: { labels: string[]; counts: Uint32Array };
};

export type NetworkLayer = {
  name: string;
  activation: string;
  inputs: number;
  units: number;
  kernel: Float32Array;
  bias: Float32Array;
};

/** What stays the same over a figure's life. `id` is unique in its cell; `step` names the unit, e.g. "epoch". */
export type Figure<K extends FigureKind = FigureKind> = {
  id: string;
  kind: K;
  title: string;
  /** What to notice, in the author's or reader's words; empty for none. */
  caption: string;
  stepName: string;
};

export type Frame<K extends FigureKind = FigureKind> = {
  [Kind in K]: { figure: string; kind: Kind; step: number; data: FrameData[Kind] };
}[K];

import type { FrameData } from './frames';

export type * from './frames';
export { ACTIVATIONS, SIZE_HIGH, SIZE_LOW, numbersIn } from './frames';

/** A figure is a kind and a sequence of frames keyed by step; see `lib/figures` for how each is drawn. */
export type FigureKind = keyof FrameData;

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

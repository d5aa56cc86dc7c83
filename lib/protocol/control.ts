/** A point that a person set on a plane; `label` indexes the control's `labels`. */
export type ControlPoint = { x: number; y: number; label: number };

/** A file of the person's own, as the page read it; it goes to the worker and nowhere else. */
export type ControlFile =
  | { kind: 'csv'; name: string; text: string }
  /** `pixels`: RGBA, row by row, 4 · width · height of them. */
  | { kind: 'image'; name: string; width: number; height: number; pixels: Uint8ClampedArray };

/** What a person has set a control to. `draw`: size · size numbers from 0 (empty) to 1 (inked), row by row. */
export type ControlValue =
  number | string | boolean | Float32Array | readonly ControlPoint[] | ControlFile | null;

type Kinds =
  | {
      kind: 'slider';
      min: number;
      max: number;
      /** Of a logarithmic scale: the step of the exponent of ten. */
      step: number;
      scale: 'linear' | 'log';
      value: number;
    }
  | { kind: 'choice'; options: string[]; value: string }
  | { kind: 'toggle'; value: boolean }
  | { kind: 'text'; lines: number; placeholder: string; value: string }
  /** `size`: of the square grid that is drawn on, in pixels. */
  | { kind: 'draw'; size: number; value: Float32Array }
  | {
      kind: 'points';
      x: [number, number];
      y: [number, number];
      /** The classes that a point may have; one at least. */
      labels: string[];
      /** Of the axes; empty for none. */
      names: [string, string];
      value: ControlPoint[];
    }
  /** `side`: of an image, the longest side in pixels that the page scales it to. */
  | { kind: 'file'; accept: 'csv' | 'image'; side: number; value: ControlFile | null };

/**
 * Something that a person can set, shown among a cell's outputs. `value`: what the code gives it, which counts until a
 * person sets another that fits.
 */
export type Control = Kinds & {
  /** Within its cell; the same in every run. */
  key: string;
  /** The variable that holds it, whose readers see the newest value; null where it is part of an expression. */
  name: string | null;
  label: string;
};

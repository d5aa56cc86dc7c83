/** A value of the reader's, copied to a bounded depth and size so that it can be sent and explored. */
export type ValueTree =
  | {
      type: 'primitive';
      kind: 'number' | 'string' | 'boolean' | 'bigint' | 'symbol' | 'null' | 'undefined';
      text: string;
    }
  | { type: 'function'; text: string }
  | { type: 'tensor'; tensor: TensorPreview }
  | { type: 'error'; name: string; message: string }
  | { type: 'object'; name: string; entries: { key: string; value: ValueTree }[]; omitted: number }
  /** A value that was not followed further: too deep, circular, or a getter that threw. */
  | { type: 'opaque'; text: string };

export type TensorPreview = {
  name: string;
  dtype: string;
  shape: number[];
  disposed: boolean;
  /** The first values in row-major order, `values.length <= size`. */
  values: (number | string)[];
  size: number;
  summary: { min: number; max: number; mean: number; nonFinite: number } | null;
};

import type { CellId, Device, Figure, Output } from '@/lib/protocol';
import type { Layout } from './numbers';

/** What a cell showed when it was recorded, as one is kept of each figure's frames. */
export type RecordedShow = {
  outputs: readonly Output[];
  figures: Readonly<Record<string, RecordedHistory>>;
};

/** A figure with what a frame of it says beyond the figure: its step and data. */
export type RecordedHistory = { figure: Figure; frames: readonly RecordedFrame[] };
export type RecordedFrame = { step: number; data: unknown };

/** One cell of `content/NN-slug/recorded/recording.json`. */
export type RecordedCell = {
  /** A hash of the seed and of all the lesson's code from the top to this cell's end. */
  code: string;
  ms: number | null;
  device: Device | null;
  /** Where its numbers lie in `numbers.bin`: first byte, and how many. */
  bytes: [from: number, length: number];
  arrays: readonly Layout[];
  /** A `RecordedShow` without its typed arrays. */
  show: unknown;
};

/** `content/NN-slug/recorded/recording.json`, written by `npm run record`. */
export type Recording = {
  format: typeof RECORDING_FORMAT;
  /** The version of the protocol whose outputs these are. */
  protocol: number;
  /** The day, as `YYYY-MM-DD`. */
  recorded: string;
  /** A hash of the parts of the library that the lesson's cells use. */
  library: string;
  cells: Readonly<Record<CellId, RecordedCell>>;
};

export const RECORDING_FORMAT = 1;

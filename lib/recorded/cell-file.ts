import type { FigureHistory } from '@/lib/kernel/state';
import type { Frame } from '@/lib/protocol';
import type { Layout } from './numbers';
import { unpackShow } from './pack-show';
import type { RecordedCell, RecordedHistory, RecordedShow } from './recording';

/** The figures of a recorded cell with their frames, as the page takes them once a reader comes near. */
export type Replayed = Readonly<Record<string, FigureHistory>>;

type Head = { arrays: readonly Layout[]; figures: unknown };

/** One cell's figures as a file: the length of its text in four bytes, little end first, its text, its numbers. */
export function writeCellFile({ arrays, show }: RecordedCell, numbers: Uint8Array): Uint8Array {
  const head: Head = { arrays, figures: (show as RecordedShow).figures };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const file = new Uint8Array(4 + text.length + numbers.length);
  new DataView(file.buffer).setUint32(0, text.length, true);
  file.set(text, 4);
  file.set(numbers, 4 + text.length);
  return file;
}

/** @throws {Error} for what is no such file */
export function readCellFile(file: Uint8Array): Replayed {
  const end = 4 + new DataView(file.buffer, file.byteOffset).getUint32(0, true);
  const { arrays, figures } = JSON.parse(new TextDecoder().decode(file.subarray(4, end))) as Head;
  const show = unpackShow({ tree: { outputs: [], figures }, arrays, bytes: file.subarray(end) });
  const entries = Object.entries(show.figures).map(([id, each]) => [id, asHistory(each)] as const);
  return Object.fromEntries(entries);
}

export function asHistory({ figure, frames }: RecordedHistory): FigureHistory {
  const { id, kind } = figure;
  return {
    figure,
    // The kernel has checked them before they were recorded.
    frames: frames.map(({ step, data }) => ({ figure: id, kind, step, data }) as Frame),
  };
}

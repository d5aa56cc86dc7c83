import type { CellId, Device } from '@/lib/protocol';

/** A point of a run's curve: the metrics of one step. */
export type RunPoint = { step: number; values: Readonly<Record<string, number>> };

/** What is kept of one run of a cell that trained. */
export type RunRecord = {
  /** Unlike that of any other record. */
  id: string;
  /** The lesson or notebook. */
  page: string;
  cell: CellId;
  /** Of the cell's runs, from 1; never given twice. */
  number: number;
  /** When it ended; milliseconds since 1970. */
  at: number;
  status: 'done' | 'stopped' | 'error';
  ms: number | null;
  device: Device | null;
  /** The page's. */
  seed: number;
  /** Names and values as the reader would write them, in the order of the text. */
  settings: readonly (readonly [name: string, value: string])[];
  /** Of the code that made it, so that changes that are no settings show too. */
  codeHash: string;
  branchedAt: readonly number[];
  trainedOn: number;
  stepName: string;
  /** Few enough to be drawn small. */
  points: readonly RunPoint[];
  /** The reader's; empty for none. */
  name: string;
  /** Never left out to make room. */
  pinned: boolean;
};

/** "3", or "3: less dropout" */
export const runName = ({ number, name }: RunRecord) =>
  name === '' ? `${number}` : `${number}: ${name}`;

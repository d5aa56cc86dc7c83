import type { CellError } from '@/lib/protocol';

/** Why the kernel gave up a sandbox. */
export type Death = 'closed' | 'crashed' | 'silent' | 'slow' | 'garbled' | 'flooded';

const KEPT = 'variables are gone, your code and outputs are kept. Run all to get them back.';

/** What the kernel says to the reader. */
export const SENTENCES = {
  replacedToStop: `The cell did not stop by itself, so the sandbox was restarted: ${KEPT}`,
  restarted: `The sandbox was restarted: ${KEPT}`,
  retrying: 'The sandbox did not start; trying again.',
  otherVersion:
    'This page and its sandbox are of different versions, because the site was updated. Reload the page; your code is kept.',
  noGreeting:
    'The sandbox did not answer: its address serves something else, or a browser extension blocks it. Check the connection, then press Run.',
  noNotebook:
    'The part of the page that plans runs could not be loaded. Check the connection, then press Run.',
  unreadable: 'A part of what this cell showed could not be read, and is left out.',
  futile: (title: string) =>
    `“${title}” was not run: the cells that it needs keep changing each other’s variables. Put those changes into one cell.`,
  capped: 'This cell showed more than the page keeps, so the rest is left out.',
} as const;

const CAUSES: Record<Death, string> = {
  closed: 'The sandbox ended, most likely because it ran out of memory',
  crashed: 'The sandbox ended with an error',
  silent: 'The sandbox no longer answered',
  slow: 'The sandbox took longer than 30 seconds to start',
  garbled: 'The sandbox sent messages that the page does not understand',
  flooded: 'The sandbox sent more messages than the page can take in',
};

/** The cause as a clause; `detail` is the sandbox's own word, where it had one. */
export const deathCause = (death: Death, detail: string) =>
  detail === '' ? CAUSES[death] : `${CAUSES[death]} (${detail.replace(/\.$/, '')})`;

export const died = (death: Death, detail: string) =>
  `${deathCause(death, detail)}, so it was restarted: ${KEPT}`;

export const neverStarted = (death: Death, detail: string) =>
  `The sandbox could not be started in three attempts. The last time: ${deathCause(death, detail)}. Check the connection, then press Run.`;

export const lostDevice = (message: string) => `${message} The sandbox was restarted: ${KEPT}`;

export const lostTwice = (message: string) =>
  `${message} This has happened before on this page, so the device is chosen automatically from now on. The sandbox was restarted: ${KEPT}`;

/** Of a run whose sandbox is given up: `message` is what the page says of it. */
export const givenUpError = (message: string): CellError => ({
  name: 'SandboxError',
  message,
  stack: [],
});

export const deathError = (death: Death, detail: string): CellError => ({
  name: 'SandboxError',
  message: `${deathCause(death, detail)} while this cell was running.`,
  hint: HINTS[death],
  stack: [],
});

const MEMORY =
  'If it made large arrays or tensors, make them smaller, dispose of tensors that are no longer needed, or use a smaller batch. Then Run all.';
const HINTS: Record<Death, string> = {
  closed: MEMORY,
  crashed: MEMORY,
  silent: MEMORY,
  slow: 'Check the connection, then Run all.',
  garbled: 'Reload the page if this happens again.',
  flooded: 'Show less, for example every hundredth step. Then Run all.',
};

export const lostDeviceError = (message: string): CellError => ({
  name: 'DeviceLost',
  message,
  hint: 'Run all to go on, or choose another device first.',
  stack: [],
});

export const tooLong = (characters: number, limit: number): CellError => ({
  name: 'TooLong',
  message: `This cell has ${characters} characters of code; at most ${limit} can be run.`,
  hint: 'Divide it into two cells, or load long data from a file.',
  stack: [],
});

/** `left`: the titles of the cells that runs which failed, of the cells `causes`, left without what they need. */
export function leftOut(left: readonly string[], causes: readonly string[]): string | null {
  if (left.length === 0) return null;
  const which = left.length === 1 ? `“${left[0]}” was` : `${left.length} cells were`;
  const why = causes.length === 1 ? `“${causes[0]}”` : `${causes.length} others`;
  return `${which} not run, because ${why} failed.`;
}

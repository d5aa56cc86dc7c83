import { sandboxPlace } from '@/lib/kernel/address';
import { createKernel } from '@/lib/kernel/create-kernel';
import type { CellSnapshot, CellSpec, Kernel } from '@/lib/kernel/state';
import type { Output, ValueTree } from '@/lib/protocol';
import type { Material, PredictionExercise } from './exercise';

/** What was to be predicted, one number or a curve's heights, and the run that gave it. */
export type Revealed = { ys: readonly number[]; cell: CellSnapshot };

export type RevealEnd =
  { how: 'revealed'; revealed: Revealed } | { how: 'failed'; why: string } | { how: 'stopped' };

export type Reveal = { result: Promise<RevealEnd>; stop(): void };

const SETUP: CellSpec = { id: 'setup', title: 'What this exercise gives', code: '' };
const CELL: CellSpec = { id: 'reveal', title: 'What was to be predicted', code: '' };

const NO_NUMBERS =
  'The exercise’s own code did not give the numbers that were to be predicted; this is not your fault.';

type Make = (cells: readonly CellSpec[]) => Kernel;

/** Runs what was to be predicted, in a sandbox of its own that is thrown away. */
export function reveal(
  { seed, seconds }: PredictionExercise,
  material: Material,
  make: Make = (cells) => createKernel({ cells, seed, place: place() }),
): Reveal {
  const setup = material.setup.trim() === '' ? [] : [{ ...SETUP, code: material.setup }];
  const kernel = make([...setup, { ...CELL, code: material.reveal }]);
  let end: (end: RevealEnd) => void = () => {};
  const result = new Promise<RevealEnd>((resolve) => {
    const timer = setTimeout(() => end(timedOut(seconds)), seconds * 1_000);
    end = (how) => {
      clearTimeout(timer);
      resolve(how);
      kernel.dispose();
    };
    kernel.subscribe(() => {
      const ended = endOf(kernel);
      if (ended !== null) end(ended);
    });
    kernel.run(CELL.id);
  });
  return { result, stop: () => end({ how: 'stopped' }) };
}

const place = () => sandboxPlace(location.origin, process.env.SANDBOX_ORIGIN ?? '');

const timedOut = (seconds: number): RevealEnd => ({
  how: 'failed',
  why: `The code that shows what comes did not end within ${seconds} seconds. Try again.`,
});

function endOf(kernel: Kernel): RevealEnd | null {
  const { status, message, cells } = kernel.getSnapshot();
  const cell = cells[CELL.id];
  if (status === 'failed') return { how: 'failed', why: message ?? NO_NUMBERS };
  if (cells[SETUP.id]?.error) return { how: 'failed', why: NO_NUMBERS };
  if (cell?.state === 'error') return { how: 'failed', why: NO_NUMBERS };
  if (cell?.state !== 'done') return null;
  const ys = numbersIn(cell.outputs);
  return ys === null
    ? { how: 'failed', why: NO_NUMBERS }
    : { how: 'revealed', revealed: { ys, cell } };
}

/** The numbers of the last value that was shown: one, or a list that came whole. */
export function numbersIn(outputs: readonly Output[]): number[] | null {
  const last = outputs.findLast((output) => output.kind === 'value');
  const numbers = last?.kind === 'value' ? numbersOf(last.value) : null;
  return numbers?.length ? numbers : null;
}

function numbersOf(value: ValueTree): number[] | null {
  if (value.type === 'primitive') return value.kind === 'number' ? finite([value.text]) : null;
  if (value.type === 'tensor') {
    const { values, size } = value.tensor;
    return values.length === size ? finite(values) : null;
  }
  if (value.type !== 'object' || value.omitted > 0) return null;
  const texts = value.entries.flatMap(({ value: entry }) =>
    entry.type === 'primitive' && entry.kind === 'number' ? [entry.text] : [],
  );
  return texts.length === value.entries.length ? finite(texts) : null;
}

function finite(values: readonly (number | string)[]): number[] | null {
  const numbers = values.map(Number);
  return numbers.every(Number.isFinite) ? numbers : null;
}

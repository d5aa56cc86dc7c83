import { LIMITS, type FrameData } from '@/lib/protocol';
import { checkCount, checkLength } from './check-size';
import { readFloats } from './read-values';
import type { Soon } from './soon';
import { mapSoon } from './soon';
import * as tf from './tf';
import type { LogitsLike, ProbabilitiesOptions } from './types/probabilities';

type ProbabilitiesData = FrameData['probabilities'];
type Rows = { positions: number; labels: number; logits: Float32Array };

/** Every position is a box to press. */
const POSITIONS = 400;

/**
 * Logits as the data of a figure.
 * @throws {TypeError} if they are no numbers of one or two dimensions, or names don't fit.
 * @throws {RangeError} if there are too many.
 */
export function probabilitiesData(
  logits: LogitsLike,
  options: ProbabilitiesOptions = {},
): Soon<ProbabilitiesData> {
  const rows = logits instanceof tf.Tensor ? rowsOfTensor(logits) : rowsOfLists(logits);
  return mapSoon(rows, (read) => {
    checkSize(read);
    const text = textOf(read.positions, options.text);
    return {
      labels: labelsOf(read.labels, options.labels),
      positions: text.map((one, i) => ({ text: one, chosen: chosenAt(read, options.chosen, i) })),
      logits: read.logits,
      sampling: options.sampling ?? options.text !== undefined,
    };
  });
}

function rowsOfTensor(tensor: tf.Tensor): Soon<Rows> {
  if (tensor.rank !== 1 && tensor.rank !== 2) {
    throw new TypeError(
      `show.probabilities needs logits [labels] or [positions, labels], but they have the shape [${tensor.shape.join(', ')}]. ` +
        'Take a part of them with slice, or change the shape with reshape.',
    );
  }
  const [positions = 1, labels = 1] = tensor.rank === 1 ? [1, tensor.size] : tensor.shape;
  return mapSoon(readFloats(tensor), (logits) => ({ positions, labels, logits }));
}

function rowsOfLists(lists: ArrayLike<number> | readonly ArrayLike<number>[]): Rows {
  const isList = Number.isSafeInteger((lists as ArrayLike<unknown> | null | undefined)?.length);
  const all = isList ? Array.from(lists as ArrayLike<unknown>) : [];
  const rows = all.every((one) => typeof one === 'number') ? [all] : all;
  const labels = (rows[0] as ArrayLike<unknown> | undefined)?.length ?? 0;
  const numbers = rows.map((row) => Array.from((row ?? []) as ArrayLike<unknown>));
  const isWhole = numbers.every(
    (row) => row.length === labels && row.every((value) => typeof value === 'number'),
  );
  if (labels === 0 || !isWhole) {
    throw new TypeError(
      'show.probabilities needs logits: a list of numbers, like [2, 1, 0.1], or a list of such lists, all equally long.',
    );
  }
  return { positions: rows.length, labels, logits: Float32Array.from(numbers.flat() as number[]) };
}

function checkSize({ positions, labels }: Rows): void {
  const remedy = 'Show a part of them.';
  const check = (count: number, things: string, most: number) =>
    checkCount('show.probabilities', { count, things, most, remedy });
  check(positions, 'positions', POSITIONS);
  check(labels, 'labels', LIMITS.labels);
}

function labelsOf(count: number, labels?: readonly string[]): string[] {
  if (labels === undefined) return Array.from({ length: count }, (_, i) => String(i));
  if (labels.length === count) {
    return Array.from(labels, (label) =>
      checkLength('show.probabilities: a label', label, LIMITS.name),
    );
  }
  throw new TypeError(
    `show.probabilities: there are ${count} logits at each position, but ${labels.length} labels.`,
  );
}

function textOf(positions: number, text: ProbabilitiesOptions['text']): string[] {
  if (text === undefined) return new Array<string>(positions).fill('');
  const parts = Array.from(text, (part) =>
    checkLength('show.probabilities: a part of the text', part, LIMITS.name),
  );
  if (parts.length === positions) return parts;
  throw new TypeError(
    `show.probabilities: the logits have ${positions} positions, but the text has ${parts.length}.`,
  );
}

function chosenAt({ positions, labels }: Rows, chosen: ArrayLike<number> | undefined, at: number) {
  if (chosen === undefined) return -1;
  const index = chosen[at];
  const isLabel = Number.isInteger(index) && (index as number) >= 0 && (index as number) < labels;
  if (chosen.length === positions && isLabel) return index as number;
  throw new TypeError(
    `show.probabilities: chosen must have ${positions} indices of labels, from 0 to ${labels - 1}; chosen[${at}] is ${index}.`,
  );
}

import { LIMITS, type FrameData } from '@/lib/protocol';
import { confusionExamples } from './confusion-examples';
import { checkCount, checkLength } from './check-size';
import { readFloats } from './read-values';
import type { Soon } from './soon';
import { allSoon, mapSoon } from './soon';
import * as tf from './tf';
import type { Classes } from './types/show';
import type { ImagesLike } from './types/show-images';

/**
 * How often each actual class was predicted as which: `counts[actual * classes + predicted]`.
 * @param labels the classes' names by index; if not given, the indices up to the largest there is.
 * @param images of the cases in their order, some of which the figure shows.
 * @throws {TypeError | RangeError} naming what differs in length, or which value is no class index.
 */
export function confusionData(
  actual: Classes,
  predicted: Classes,
  labels?: readonly string[],
  images?: ImagesLike,
): Soon<FrameData['confusion']> {
  const read = allSoon([readClasses(actual, 'actual'), readClasses(predicted, 'predicted')]);
  const counted = mapSoon(read, ([a = [], p = []]) => {
    if (a.length !== p.length) {
      throw new TypeError(
        `show.confusion: actual has ${a.length} values, but predicted has ${p.length}. ` +
          'Both need one class for each example, in the same order.',
      );
    }
    const names = labels === undefined ? indices(a, p) : checkedLabels(labels);
    checkRange(a, 'actual', names.length);
    checkRange(p, 'predicted', names.length);
    const cells = Uint32Array.from(a, (one, at) => one * names.length + (p[at] as number));
    return { data: { labels: names, counts: count(a, p, names.length) }, cells };
  });
  if (images === undefined) return mapSoon(counted, ({ data }) => data);
  if (counted instanceof Promise) return withExamples(counted, images);
  const { data, cells } = counted;
  return mapSoon(confusionExamples(images, cells), (examples) => ({ ...data, examples }));
}

type Counted = { data: FrameData['confusion']; cells: Uint32Array };

/** Where the classes had to be awaited, the images are held until then, whatever the reader does with them. */
async function withExamples(
  counted: Promise<Counted>,
  images: ImagesLike,
): Promise<FrameData['confusion']> {
  const own = images instanceof tf.Tensor ? tf.keep(images.clone()) : images;
  try {
    const { data, cells } = await counted;
    return { ...data, examples: await confusionExamples(own, cells) };
  } finally {
    if (own instanceof tf.Tensor) own.dispose();
  }
}

function checkedLabels(labels: readonly string[]): string[] {
  const remedy = 'Put classes together, or leave some out.';
  const count = labels.length;
  checkCount('show.confusion', { count, things: 'classes', most: LIMITS.classes, remedy });
  return Array.from(labels, (name) =>
    checkLength('show.confusion: the name of a class', name, LIMITS.name),
  );
}

function readClasses(classes: Classes, name: string): Soon<ArrayLike<number>> {
  if (classes instanceof tf.Tensor) {
    checkShape(classes, name);
    return readFloats(classes);
  }
  if (typeof (classes as ArrayLike<unknown> | null)?.length === 'number') {
    return Array.from(classes as ArrayLike<number | boolean>, Number);
  }
  throw new TypeError(`show.confusion: ${name} must be a tensor or a list of class indices.`);
}

/** `[examples]` or `[examples, 1]`. */
function checkShape({ shape, rank }: tf.Tensor, name: string): void {
  if (rank === 1 || (rank === 2 && shape[1] === 1)) return;
  throw new TypeError(
    `show.confusion: ${name} must have the shape [examples], but it has [${shape.join(', ')}]. ` +
      'If it holds a score for each class, take the best with argMax(-1).',
  );
}

function checkRange(classes: ArrayLike<number>, name: string, count: number): void {
  for (let at = 0; at < classes.length; at++) {
    const value = classes[at] as number;
    if (!Number.isInteger(value)) {
      throw new RangeError(
        `show.confusion: ${name}[${at}] is ${value}, which is not a class index. ` +
          'Turn probabilities into classes first, for instance with greater(0.5) or argMax(-1).',
      );
    }
    if (value < 0 || value >= count) {
      throw new RangeError(
        `show.confusion: ${name}[${at}] is ${value}, but there are ${count} classes (0 to ${count - 1}).`,
      );
    }
  }
}

/** Two classes at least, so that a result without a single positive still shows where they are missing. */
function indices(...lists: ArrayLike<number>[]): string[] {
  let largest = 1;
  for (const list of lists) {
    for (let at = 0; at < list.length; at++) largest = Math.max(largest, list[at] as number);
  }
  const length = Math.min(Math.floor(largest) + 1, LIMITS.classes);
  return Array.from({ length }, (_, index) => String(index));
}

function count(actual: ArrayLike<number>, predicted: ArrayLike<number>, size: number): Uint32Array {
  const counts = new Uint32Array(size * size);
  for (let at = 0; at < actual.length; at++) {
    counts[(actual[at] as number) * size + (predicted[at] as number)]! += 1;
  }
  return counts;
}

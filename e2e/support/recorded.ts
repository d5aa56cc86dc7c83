import { expect, test, type Page } from '@playwright/test';
import type { Keepsake } from '@/lib/kernel/state';
import type { FigureHistory } from '@/lib/kernel/state';
import { asHistory } from '@/lib/recorded/cell-file';
import { packShow, unpackShow } from '@/lib/recorded/pack-show';
import { thinShow } from '@/lib/recorded/thin-show';
import type { CellId, Output } from '@/lib/protocol';
import { lessonFolders } from '../../scripts/record/lesson-folders.mjs';
import { readKept } from '../../scripts/record/read-kept.mjs';
import { readRecording } from '../../scripts/record/read-recording.mjs';
import { CUT_SHORT } from '../../scripts/record/run-lesson.mjs';

/** As numbers of one device differ between machines, and training makes more of small differences. */
const RELATIVE = 0.03;
/** Times are of the machine. */
const TIMES = /\s*(?:ms|s|seconds?|minutes?|min|times faster|(?:steps|batches) a second)\b/;
const NUMBER = /[-−]?\d[\d,]*(?:\.\d+)?(?:e[-+]?\d+)?/g;

type Shown = { outputs: readonly Output[]; figures: Readonly<Record<string, FigureHistory>> };

type Recorded = ReadonlyMap<CellId, Shown>;

/**
 * What of each cell was recorded, frames included, by the cell's id and from the top, up to the first cell that took
 * longer than `longest` milliseconds.
 */
export function recordedUpTo(slug: string, longest: number): { cells: Recorded; isWhole: boolean } {
  const lesson = lessonFolders().find((each) => each.slug === slug);
  const found = lesson === undefined ? null : readRecording(lesson);
  if (found === null) throw new Error(`There is no recording of ${slug}.`);
  const { recording, numbersOf } = found;
  const all = Object.entries(recording.cells);
  const end = all.findIndex(([, { ms }]) => (ms ?? 0) > longest);
  const cells = all.slice(0, end < 0 ? all.length : end).map(([id, { arrays, show }]) => {
    const { outputs, figures } = unpackShow({ tree: show, arrays, bytes: numbersOf(id) });
    const histories = Object.entries(figures).map(([name, each]) => [name, asHistory(each)]);
    const shown: Shown = { outputs, figures: Object.fromEntries(histories) };
    return [id, shown] as const;
  });
  return { cells: new Map(cells), isWhole: end < 0 };
}

/** Leaves the page, on which these cells have run, and compares what they have shown with what is recorded. */
export async function expectAsRecorded(page: Page, slug: string, recorded: Recorded) {
  // What the page keeps of its outputs is written down, at the latest, when it is left.
  await page.goto('/icon.svg');
  // A write that has begun goes on after its page.
  let kept = new Map<CellId, Keepsake>();
  await expect
    .poll(async () => {
      kept = (await readKept(page, slug)) as Map<CellId, Keepsake>;
      return [...kept.keys()].sort();
    })
    .toEqual([...recorded.keys()].sort());
  for (const [id, was] of recorded) {
    const now = kept.get(id)!;
    // On a slow machine a budget may end a training early, and says so: this cell and those after it show another model.
    if (isCutShort(now)) {
      test.info().annotations.push({ type: 'compared', description: `up to the cell ${id}` });
      return;
    }
    expectSame(id, shownOf(now), was);
  }
}

const isCutShort = ({ outputs }: Keepsake) =>
  outputs.some((output) => output.kind === 'notice' && CUT_SHORT.test(output.text));

/** In the form in which it would be recorded. */
function shownOf({ outputs, figures }: Keepsake): Shown {
  const thinned = thinShow({ outputs, figures }, Infinity);
  const { outputs: words } = unpackShow(packShow(thinned));
  return { outputs: words, figures };
}

function expectSame(id: CellId, now: Shown, was: Shown): void {
  expect(now.outputs.length, `outputs of ${id}`).toBe(was.outputs.length);
  was.outputs.forEach((output, at) => expectClose(`${id}, output ${at}`, now.outputs[at], output));
  for (const [name, history] of Object.entries(was.figures)) {
    const frames = new Map(now.figures[name]?.frames.map((frame) => [frame.step, frame]));
    // What is costly to read is read as often as it takes little of the time, so some steps may be missing; never the last.
    expect(frames.has(history.frames.at(-1)?.step ?? 0), `${id}, ${name}: last step`).toBe(true);
    for (const frame of history.frames) {
      const same = frames.get(frame.step);
      if (same) expectClose(`${id}, ${name}, step ${frame.step}`, same.data, frame.data);
    }
  }
}

/** The same but for numbers, which may differ a little; those in an array by the size of its largest. */
function expectClose(where: string, now: unknown, was: unknown): void {
  if (typeof was === 'string' && typeof now === 'string') return expectSameText(where, now, was);
  if (typeof was === 'number' && typeof now === 'number') return expectNear(where, now, was);
  if (ArrayBuffer.isView(was)) {
    const [one, other] = [Array.from(now as Float32Array), Array.from(was as Float32Array)];
    expect(one.length, where).toBe(other.length);
    const largest = largestOf(other.map(Math.abs).filter(Number.isFinite));
    const off = largestOf(other.map((value, at) => distance(one[at]!, value)));
    expect(off, where).toBeLessThanOrEqual(RELATIVE * largest);
    return;
  }
  if (typeof was !== 'object' || was === null) return expect(now, where).toBe(was);
  const [keysNow, keysWas] = [Object.keys(now as object), Object.keys(was)];
  expect(keysNow.sort(), where).toEqual(keysWas.sort());
  for (const [key, value] of Object.entries(was)) {
    expectClose(`${where}.${key}`, (now as Record<string, unknown>)[key], value);
  }
}

/** An array of pictures is too long to be spread into `Math.max`. */
const largestOf = (values: readonly number[]) =>
  values.reduce((most, value) => Math.max(most, value), 0);

/** Not a number is near to itself alone. */
function distance(one: number, other: number): number {
  if (Object.is(one, other)) return 0;
  const apart = Math.abs(one - other);
  return Number.isNaN(apart) ? Infinity : apart;
}

function expectSameText(where: string, now: string, was: string): void {
  expect(now.replace(NUMBER, '#'), where).toBe(was.replace(NUMBER, '#'));
  const [some, others] = [numbersOf(now), numbersOf(was)];
  others.forEach((number, at) => expectNear(where, some[at]!, number));
}

function numbersOf(text: string): number[] {
  return [...text.matchAll(NUMBER)]
    .filter(({ 0: number, index }) => text.slice(index + number.length).search(TIMES) !== 0)
    .map(([number]) => Number(number.replaceAll(',', '').replace('−', '-')));
}

/** Two hundredths are what one woman of fifty is of an accuracy. */
function expectNear(where: string, now: number, was: number): void {
  if (Object.is(now, was)) return;
  const tolerance = Math.max(RELATIVE * Math.abs(was), 0.02);
  expect(Math.abs(now - was), `${where}: ${now}, recorded ${was}`).toBeLessThanOrEqual(tolerance);
}

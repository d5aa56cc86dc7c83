import type { FrameData } from '@/lib/protocol';
import { LIMITS } from '@/lib/protocol';
import { checkLength } from './check-size';
import { surfaceOf } from './descent-surface';
import { takePath } from './descent-path';
import type { Host } from './host';
import * as tf from './tf';
import type { DescentOptions, LossOfTwo } from './types/show-descent';

type DescentData = FrameData['descent'];
type Interval = [low: number, high: number];

/** Points of the surface's grid along each axis. */
const GRID = 65;
const MOST_PATHS = 6;
const MOST_STEPS = 1_000;

/**
 * The surface of a loss and the paths of real optimizers down it.
 * @throws {TypeError} for options or a loss that make no surface, naming what is missing.
 */
export function descentData(
  host: Pick<Host, 'checkpoint' | 'pace'>,
  loss: LossOfTwo,
  options: DescentOptions,
): Promise<DescentData> {
  return computed(host, loss, checked(loss, options));
}

async function computed(
  host: Pick<Host, 'checkpoint' | 'pace'>,
  loss: LossOfTwo,
  { x, y, start, steps, names, paths }: ReturnType<typeof checked>,
): Promise<DescentData> {
  const surface = await surfaceOf(host, loss, { x, y, rows: GRID, columns: GRID });
  const taken: DescentData['paths'] = [];
  for (const [name, path] of paths) {
    const given = typeof path === 'function' ? { optimizer: path } : path;
    const { optimizer, sees = loss } = given;
    taken.push({ name, ...(await takePath(host, { name, optimizer, sees, loss, start, steps })) });
  }
  return { names, x, y, rows: GRID, columns: GRID, surface, paths: taken };
}

function checked(loss: unknown, options: Partial<DescentOptions> | undefined) {
  if (typeof loss !== 'function') {
    throw new TypeError(
      'show.descent needs the loss first, a function of two tensors, like (x, y) => x.square().add(y.square()).',
    );
  }
  const { steps = 100, names = ['x', 'y'], paths } = options ?? {};
  const x = interval('x', options?.x);
  const y = interval('y', options?.y);
  if (!Number.isInteger(steps) || steps < 1 || steps > MOST_STEPS) {
    throw new RangeError(
      `show.descent: \`steps\` has to be a whole number from 1 to ${MOST_STEPS}, but is ${String(steps)}.`,
    );
  }
  return {
    x,
    y,
    steps,
    start: startIn(options?.start, x, y),
    names: pair(names, 'names', 'the names of the two numbers').map((name) =>
      checkLength('show.descent: the name of a number', name, LIMITS.name),
    ) as [string, string],
    paths: pathsOf(paths),
  };
}

function pair(given: unknown, name: string, what: string): [unknown, unknown] {
  if (Array.isArray(given) && given.length === 2) return given as [unknown, unknown];
  throw new TypeError(`show.descent: \`${name}\` has to be ${what}, a list of two.`);
}

function interval(name: 'x' | 'y', given: unknown): Interval {
  const ends = pair(given, name, 'the ends of that axis');
  const [low, high] = ends as Interval;
  if (Number.isFinite(low) && Number.isFinite(high) && low < high) return [low, high];
  throw new RangeError(
    `show.descent: \`${name}\` goes from a lower number to a higher one, as [-2, 2], but is [${ends.join(', ')}].`,
  );
}

function startIn(given: unknown, x: Interval, y: Interval): Interval {
  const [a, b] = pair(given, 'start', 'the place where all paths begin') as Interval;
  if (a >= x[0] && a <= x[1] && b >= y[0] && b <= y[1]) return [a, b];
  throw new RangeError(
    `show.descent: the start (${a}, ${b}) lies outside of the plane. Move it, or the ends of \`x\` and \`y\`.`,
  );
}

function pathsOf(given: DescentOptions['paths'] | undefined) {
  const paths = Object.entries(given ?? {});
  const isPath = (path: unknown) =>
    typeof path === 'function' ||
    typeof (path as { optimizer?: unknown } | null)?.optimizer === 'function';
  const wrong = paths.find(([, path]) => !isPath(path));
  if (wrong && (wrong[1] as unknown) instanceof tf.Optimizer) {
    throw new TypeError(
      `show.descent: the path “${wrong[0]}” has to be a function that makes its optimizer: write () => before it.`,
    );
  }
  if (wrong || paths.length === 0 || paths.length > MOST_PATHS) {
    throw new TypeError(
      `show.descent needs 1 to ${MOST_PATHS} paths by name, each a function that makes an optimizer, as { SGD: () => tf.train.sgd(0.1) }.`,
    );
  }
  for (const [name] of paths) checkLength('show.descent: the name of a path', name, LIMITS.name);
  return paths;
}

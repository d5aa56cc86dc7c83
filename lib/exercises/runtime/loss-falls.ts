import { seedMathRandom } from '@/lib/course';
import { figureDetail } from './details';
import { Failure } from './failure';
import { numbersLater } from './numbers-of';
import { numberWords } from './words';

type Train = (step: number, seed: number) => unknown;
type Options = { seeds: number[]; steps: number; to?: number };

/** Steps of the curve that is shown. */
const SHOWN = 100;

/**
 * Calls `train` so many times for each seed, which `Math.random` starts from. It gives the loss of that step; the last
 * must be less than the first, or no more than `to`.
 */
export async function lossFalls(train: Train, { seeds, steps, to }: Options): Promise<void> {
  if (!Array.isArray(seeds) || seeds.length === 0 || !(steps > 1)) {
    throw new TypeError('`lossFalls` needs `seeds`, and `steps` of 2 or more.');
  }
  for (const seed of seeds) {
    seedMathRandom(seed);
    const losses: number[] = [];
    for (let step = 0; step < steps; step++) {
      losses.push(await lossOf(train(step, seed), step, seed, losses));
    }
    const [first, last] = [losses[0]!, losses.at(-1)!];
    if (to === undefined ? last < first : last <= to) continue;
    const wanted = to === undefined ? 'it must fall' : `it must come to ${numberWords(to)} or less`;
    throw new Failure(
      `With seed ${seed} the loss went from ${numberWords(first)} to ${numberWords(last)} in ${steps} steps; ${wanted}.`,
      [lossCurve(losses, seed)],
    );
  }
}

async function lossOf(given: unknown, step: number, seed: number, before: number[]) {
  const loss = await numbersLater(given).catch((error: Error) => {
    throw new Failure(
      `In step ${step} the loss was ${error.message}; the training must give a number.`,
    );
  });
  const [value = NaN] = loss.values;
  if (loss.values.length === 1 && Number.isFinite(value)) return value;
  throw new Failure(
    `With seed ${seed} the loss of step ${step} is ${loss.values.length === 1 ? numberWords(value) : 'no single number'}; the training must give a finite number.`,
    before.length > 1 ? [lossCurve(before, seed)] : [],
  );
}

function lossCurve(losses: readonly number[], seed: number) {
  const every = Math.ceil(losses.length / SHOWN);
  const shown = losses.filter((_, at) => at % every === 0 || at === losses.length - 1);
  const data = shown.map((loss) => ({ values: { loss } }));
  return figureDetail(`The loss with seed ${seed}`, 'curve', data);
}

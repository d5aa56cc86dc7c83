import type { GivenRegion } from '@/lib/exercises/exercise';
import { checkGiven, givenRegions } from './given';
import { listTests, twice, type ListedMistake, type ListedTest } from './list-tests';
import type { Fence, Parts } from './parts';
import { codeError, readCode, type Code } from './read-code';

/** A known mistake, with an answer that makes it. */
export type Mistake = ListedMistake & { example: Fence };

/** The code of an exercise. Lines of tests and mistakes are lines of the file. */
export type CodeParts = {
  setup: Fence | null;
  starter: Fence;
  solution: Fence;
  testsFence: Fence;
  hiddenFence: Fence;
  regions: GivenRegion[];
  tests: ListedTest[];
  hidden: ListedTest[];
  mistakes: Mistake[];
};

/** Throws `ContentError`. */
export function readCodeParts({ fences, mistakes: examples }: Parts): CodeParts {
  const setup = fences.get('setup') ?? null;
  const starter = fences.get('starter')!;
  const solution = fences.get('solution')!;
  const regions = givenRegions(starter);
  if (setup) readCode(setup);
  for (const answer of [starter, solution, ...examples]) readCode(answer);
  for (const answer of [solution, ...examples]) checkGiven(starter, answer);
  if (starter.code.trim() === solution.code.trim()) {
    const reason =
      'the solution is the starter. Leave out of the starter what the reader is to write.';
    throw codeError(solution, 0, reason);
  }
  const shown = readCode(fences.get('tests')!);
  const unseen = readCode(fences.get('hidden-tests')!);
  const { tests, mistakes } = listTests(shown);
  const hidden = hiddenOf(unseen, tests);
  return {
    ...{ setup, starter, solution, regions, tests, hidden },
    testsFence: shown.fence,
    hiddenFence: unseen.fence,
    mistakes: pair(shown, mistakes, examples),
  };
}

function hiddenOf(code: Code, shown: readonly ListedTest[]): ListedTest[] {
  const { fence } = code;
  const { tests, mistakes } = listTests(code);
  const [mistake] = mistakes;
  if (mistake) {
    const reason = 'mistake(…) belongs into ```ts tests: the reader sees its sentence.';
    throw codeError(fence, mistake.line - fence.line, reason);
  }
  for (const { sentence, line } of tests) {
    const first = shown.find((test) => test.sentence === sentence);
    if (first) throw codeError(fence, line - fence.line, twice(sentence, `on line ${first.line}`));
  }
  return tests;
}

function pair(
  tests: Code,
  mistakes: readonly ListedMistake[],
  examples: readonly Fence[],
): Mistake[] {
  if (mistakes.length === examples.length)
    return mistakes.map((mistake, at) => ({ ...mistake, example: examples[at]! }));
  const [asked, given] = [mistakes.length, examples.length];
  const remedy =
    asked > given
      ? `Write for each, in the same order, a fence \`\`\`ts mistake with an answer that makes it; the first without one is "${mistakes[given]!.sentence}".`
      : `Remove a fence, or write the mistake('sentence', () => …) that recognises the one on line ${examples[asked]!.line}.`;
  const reason = `there ${are(asked, 'mistake(…)')} in the tests and ${given} ${given === 1 ? 'fence' : 'fences'} \`\`\`ts mistake. ${remedy}`;
  throw codeError(tests.fence, 0, reason);
}

const are = (count: number, what: string) => `${count === 1 ? 'is' : 'are'} ${count} ${what}`;

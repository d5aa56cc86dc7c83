import type { Mutant } from '@/lib/exercises/mutants';
import type { CodeExercise } from './code-exercise';
import { lineIn, type Finding } from './finding';
import { passesAll } from './judge-solution';
import { stateOf, type Ran } from './ran';

export type RunOfMutant = { mutant: Mutant; ran: Ran };

/** So many of the mutants that nothing catches are named. */
const NAMED = 3;

/** What tests are good for: each must be able to fail, and mutants of the solution show what slips through. */
export function judgeTests(
  exercise: CodeExercise,
  others: readonly Ran[],
  mutants: readonly RunOfMutant[],
): Finding[] {
  return [
    ...exercise.declared.flatMap((test) => judgeTest(exercise, test, others, mutants)),
    ...survivors(exercise, mutants),
  ];
}

/** Whether anything tells the mutant from the solution; one that never ends does so too. */
export function isCaught(exercise: CodeExercise, { ran }: RunOfMutant): boolean {
  return !passesAll(exercise, ran);
}

function judgeTest(
  { file }: CodeExercise,
  { sentence, line }: CodeExercise['declared'][number],
  others: readonly Ran[],
  mutants: readonly RunOfMutant[],
): Finding[] {
  const fails = (ran: Ran) => stateOf(ran, sentence) === 'failed';
  if (mutants.some(({ ran }) => fails(ran))) return [];
  const tried = `${mutants.length} mutants (the solution with one thing wrong)`;
  if (!others.some(fails)) {
    const words = `The test "${sentence}" cannot fail: the starter, each example of a mistake and ${tried} pass it or never reach it. Write a \`mistake\` whose example it fails, or another test.`;
    return [{ file, line, level: 'error', sentence: words }];
  }
  if (mutants.length === 0) return [];
  const words = `The test "${sentence}" catches none of ${tried}; only the starter or an example of a mistake fails it.`;
  return [{ file, line, level: 'note', sentence: words }];
}

function survivors(exercise: CodeExercise, mutants: readonly RunOfMutant[]): Finding[] {
  const { file, solution } = exercise;
  const alive = mutants.filter((each) => !isCaught(exercise, each)).map(({ mutant }) => mutant);
  const [first] = alive;
  if (first === undefined) return [];
  const named = alive
    .slice(0, NAMED)
    .map(({ line, what }) => `${what} on line ${lineIn(solution, line)}`);
  const more = alive.length > NAMED ? `, and ${alive.length - NAMED} more` : '';
  return [
    {
      ...{ file, line: lineIn(solution, first.line), level: 'note' },
      sentence: `No test tells ${alive.length} of ${mutants.length} mutants from the solution: ${named.join('; ')}${more}. If that is a mistake which a reader could make, write a test that it fails.`,
    },
  ];
}

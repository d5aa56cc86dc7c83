import { mutantsOf, type Mutant } from '@/lib/exercises/mutants';
import { fullCheck, type CodeExercise } from './code-exercise';
import type { Finding } from './finding';
import { judgeMistake } from './judge-mistake';
import { judgeSolution, passesAll } from './judge-solution';
import { judgeStarter } from './judge-starter';
import { isCaught, judgeTests, type RunOfMutant } from './judge-tests';
import { inSeconds, type Ran, type Run } from './ran';

export type CheckedExercise = {
  findings: Finding[];
  /** In one sentence: what was run, and how long a check takes. */
  summary: string;
};

/** A mutant that never ends has to be waited for. */
const LEAST_SECONDS = 5;
const SLOWER = 3;
/** Where a check takes long, there are fewer mutants. */
const MUTANTS = { most: 12, fewest: 4, ms: 30_000 };

/** Runs all that a document claims of its exercise, with at most `most` mutants. */
export async function checkExercise(
  exercise: CodeExercise,
  run: Run,
  most = MUTANTS.most,
): Promise<CheckedExercise> {
  const solution = await run(fullCheck(exercise, exercise.solution.code), exercise.seconds);
  const findings = judgeSolution(exercise, solution);
  // Where the set-up fails, everything does.
  if (solution.report?.setupError) return { findings, summary: words(exercise, solution, []) };

  const [starter, ...mistakes] = await Promise.all([
    run(fullCheck(exercise, exercise.starter.code), exercise.seconds),
    ...exercise.mistakes.map(({ example }) =>
      run(fullCheck(exercise, example.code), exercise.seconds),
    ),
  ]);
  findings.push(...judgeStarter(exercise, starter));
  exercise.mistakes.forEach((mistake, k) =>
    findings.push(...judgeMistake(exercise, mistake, mistakes[k]!)),
  );
  if (!passesAll(exercise, solution)) return { findings, summary: words(exercise, solution, []) };

  const seconds = Math.min(
    exercise.seconds,
    Math.max(LEAST_SECONDS, (SLOWER * solution.ms) / 1000),
  );
  const chosen = mutantsOf(exercise.solution.code, Math.min(most, mutantsWithin(solution.ms)));
  const mutants = await runMutants(exercise, chosen, { seconds, run });
  const found = judgeTests(exercise, [starter, ...mistakes], mutants);
  // What a few mutants don't show, more might.
  const isSample = most < MUTANTS.most;
  findings.push(...found.filter(({ level }) => level === 'error' || !isSample));
  return { findings, summary: words(exercise, solution, mutants) };
}

export function mutantsWithin(msOfOne: number): number {
  const { most, fewest, ms } = MUTANTS;
  return Math.max(fewest, Math.min(most, Math.floor(ms / msOfOne)));
}

/** All asked for at once: how many run at once is the business of `run`. */
function runMutants(
  exercise: CodeExercise,
  mutants: readonly Mutant[],
  { seconds, run }: { seconds: number; run: Run },
): Promise<RunOfMutant[]> {
  const runOne = async (mutant: Mutant) => ({
    mutant,
    ran: await run(fullCheck(exercise, mutant.code), seconds),
  });
  return Promise.all(mutants.map(runOne));
}

function words(exercise: CodeExercise, solution: Ran, mutants: readonly RunOfMutant[]): string {
  const caught = mutants.filter((each) => isCaught(exercise, each)).length;
  const tests = `${exercise.declared.length} tests`;
  const took = `a check takes ${inSeconds(solution.ms)}`;
  return mutants.length === 0
    ? `${exercise.id}: ${tests}; ${took}.`
    : `${exercise.id}: ${tests} catch ${caught} of ${mutants.length} mutants; ${took}.`;
}

import { lineOfTests, type CodeExercise } from './code-exercise';
import { lineIn, type Finding } from './finding';
import { endSentence, errorText, inSeconds, stateOf, type Ran } from './ran';

/** A device of a reader may be three times slower. */
const SLOWER = 3;

/** What is wrong with a solution, and with set-up and tests as it meets them. */
export function judgeSolution(exercise: CodeExercise, ran: Ran): Finding[] {
  const { file, seconds, solution } = exercise;
  const error = (line: number, sentence: string): Finding => ({
    file,
    line,
    level: 'error',
    sentence,
  });
  const atSolution = lineIn(solution, undefined);
  switch (ran.how) {
    case 'timeout':
      return [
        error(
          atSolution,
          `The solution's check did not end within ${seconds} s. Give it less to do, or write more \`seconds\` into the front matter.`,
        ),
      ];
    case 'crashed':
    case 'stopped':
      return [
        error(
          atSolution,
          `The sandbox did not survive the solution's check: ${endSentence(ran.detail)}`,
        ),
      ];
    case 'finished':
      break;
    default:
      ran.how satisfies never;
  }
  const broken = brokenParts(exercise, ran, error);
  if (broken.length > 0) return broken;
  return [...failedTests(exercise, ran), ...slowness(exercise, ran)];
}

/** Whether each test passes, so that tests can be judged by it. */
export function passesAll(exercise: CodeExercise, ran: Ran): boolean {
  return (
    ran.how === 'finished' &&
    ran.report !== null &&
    ran.report.setupError === null &&
    ran.report.answerError === null &&
    ran.report.testsError === null &&
    exercise.declared.every(({ sentence }) => stateOf(ran, sentence) === 'passed')
  );
}

function brokenParts(
  exercise: CodeExercise,
  { report }: Ran,
  error: (line: number, sentence: string) => Finding,
): Finding[] {
  const { setup, solution } = exercise;
  if (report?.setupError) {
    const line = lineIn(setup, report.setupError.line);
    return [error(line, `The set-up fails: ${errorText(report.setupError)}`)];
  }
  const found: Finding[] = [];
  if (report?.answerError) {
    const line = lineIn(solution, report.answerError.line);
    found.push(error(line, `The solution fails: ${errorText(report.answerError)}`));
  }
  if (report?.testsError) {
    const line = lineOfTests(exercise, report.testsError.line);
    found.push(
      error(line, `The tests' own code fails outside of a test: ${errorText(report.testsError)}`),
    );
  }
  return found;
}

function failedTests(exercise: CodeExercise, ran: Ran): Finding[] {
  return exercise.declared.flatMap(({ sentence, line }): Finding[] => {
    const state = stateOf(ran, sentence);
    if (state === 'passed') return [];
    const message = ran.tested.find(
      (tested) => tested.sentence === sentence && !tested.passed,
    )?.message;
    const words =
      state === 'missing'
        ? `The test "${sentence}" did not report with the solution, so nobody can pass it.`
        : `The solution does not pass the test "${sentence}": ${endSentence(message ?? '')}`;
    return [{ file: exercise.file, line, level: 'error', sentence: words }];
  });
}

function slowness({ file, seconds, solution }: CodeExercise, { report }: Ran): Finding[] {
  const ms = report?.ms ?? 0;
  if (ms * SLOWER < seconds * 1000) return [];
  return [
    {
      ...{ file, line: lineIn(solution, undefined), level: 'note' },
      sentence: `The solution's check takes ${inSeconds(ms)} of the ${seconds} s that it has, and a reader's device may be ${SLOWER} times slower.`,
    },
  ];
}

import { listWords } from '@/lib/lesson/list-words';
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

type Failing = { sentence: string; line: number; message: string };

function failedTests(exercise: CodeExercise, ran: Ran): Finding[] {
  const { file } = exercise;
  const silent = exercise.declared
    .filter(({ sentence }) => stateOf(ran, sentence) === 'missing')
    .map(({ sentence, line }): Finding => {
      const words = `The test "${sentence}" did not report with the solution, so nobody can pass it.`;
      return { file, line, level: 'error', sentence: words };
    });
  const tests = failing(exercise, ran);
  const failed = [...new Set(tests.map(({ message }) => message))].map((message): Finding => {
    const alike = tests.filter((test) => test.message === message);
    return { file, line: alike[0]!.line, level: 'error', sentence: failedWords(message, alike) };
  });
  return [...silent, ...failed];
}

const failing = ({ declared }: CodeExercise, { tested }: Ran): Failing[] =>
  declared.flatMap(({ sentence, line }) => {
    const report = tested.find((each) => each.sentence === sentence && !each.passed);
    return report === undefined ? [] : [{ sentence, line, message: report.message }];
  });

/** What fails several tests in the same way, such as a name that is not there, is said once. */
function failedWords(message: string, tests: readonly Failing[]): string {
  const [first, ...others] = tests;
  const lines = listWords(
    others.map(({ line }) => String(line)),
    others.length,
  );
  const which = others.length === 1 ? 'that on line' : 'those on lines';
  const more = others.length === 0 ? '' : `, nor ${which} ${lines}`;
  return `The solution does not pass the test "${first!.sentence}"${more}: ${endSentence(message)}`;
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

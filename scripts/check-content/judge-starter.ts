import type { CodeExercise } from './code-exercise';
import { lineIn, type Finding } from './finding';
import { endSentence, stateOf, type Ran } from './ran';

/** The starter is there to be worked on: it must end, and fail. */
export function judgeStarter(exercise: CodeExercise, ran: Ran): Finding[] {
  const { file, starter, seconds } = exercise;
  const wrong = (sentence: string): Finding[] => [
    { file, line: lineIn(starter, undefined), level: 'error', sentence },
  ];
  switch (ran.how) {
    case 'timeout':
      return wrong(
        `The starter's check did not end within ${seconds} s: a reader's first Check would only time out.`,
      );
    case 'crashed':
    case 'stopped':
      return wrong(`The sandbox did not survive the starter's check: ${endSentence(ran.detail)}`);
    case 'finished':
      break;
    default:
      ran.how satisfies never;
  }
  const shown = exercise.declared.filter(({ hidden }) => !hidden);
  const passes =
    !ran.report?.answerError && shown.every(({ sentence }) => stateOf(ran, sentence) === 'passed');
  return passes
    ? wrong(
        'The starter passes every test that the reader sees, so there is nothing left to do. Take out what the reader is to write.',
      )
    : [];
}

import type { CodeExercise } from './code-exercise';
import { lineIn, type Finding } from './finding';
import { endSentence, errorText, stateOf, type Ran } from './ran';

/** An example of a known mistake must fail a test that the reader sees, and be told its own sentence. */
export function judgeMistake(
  exercise: CodeExercise,
  { sentence: own, example }: CodeExercise['mistakes'][number],
  ran: Ran,
): Finding[] {
  const wrong = (sentence: string): Finding[] => [
    {
      file: exercise.file,
      line: lineIn(example, ran.report?.answerError?.line),
      level: 'error',
      sentence,
    },
  ];
  const name = `The example of the mistake "${own}"`;
  if (ran.how === 'timeout')
    return wrong(
      `${name} did not end within ${exercise.seconds} s, so its sentence is never shown.`,
    );
  if (ran.report === null) return wrong(`${name} ended the sandbox: ${endSentence(ran.detail)}`);
  const shown = exercise.declared.filter(({ hidden }) => !hidden);
  // On the page nothing is asked then, though a hidden test may have failed here.
  if (shown.every(({ sentence }) => stateOf(ran, sentence) === 'passed')) {
    return wrong(
      `${name} passes every test that the reader sees, so its sentence is never shown. Write a test that it fails.`,
    );
  }
  if (ran.report.mistake === own) return [];
  if (ran.report.mistake !== null) {
    return wrong(
      `${name} is told "${ran.report.mistake}" first. Put its \`mistake(…)\` before that one, or make that one's condition narrower.`,
    );
  }
  if (ran.report.answerError) {
    return wrong(`${name} fails before it can be recognised: ${errorText(ran.report.answerError)}`);
  }
  return wrong(
    `${name} is not recognised: the condition of its \`mistake(…)\` does not hold for it.`,
  );
}

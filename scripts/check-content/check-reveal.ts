import type { PredictionExercise } from '@/lib/exercises/exercise';
import { parse } from '@/lib/notebook';
import { LIMITS, type CheckParts } from '@/lib/protocol';
import { lineIn, type Finding, type Part } from './finding';
import { endSentence, errorText, inSeconds, type Ran, type Run } from './ran';

/** A prediction with what reveals it, and where. */
export type Reveal = { file: string; exercise: PredictionExercise; reveal: Part };

const NAME = 'revealedValue';
const TEST = 'the revealed value is what was predicted';

/** Runs what a reader is shown after they have committed themselves. */
export async function checkReveal(
  { file, exercise, reveal }: Reveal,
  run: Run,
): Promise<{ findings: Finding[]; summary: string }> {
  const ran = await run(revealParts(exercise, reveal.code), exercise.seconds);
  const sentence = wrongWith(ran, exercise.seconds);
  const line = lineIn(reveal, ran.report?.answerError?.line);
  return {
    findings: sentence === null ? [] : [{ file, line, level: 'error', sentence }],
    summary: `${exercise.id}: the answer comes after ${inSeconds(ran.ms)}.`,
  };
}

/** The last expression gets a name, and a test looks at it. */
export function revealParts({ seed, commit }: PredictionExercise, reveal: string): CheckParts {
  const { code, program } = parse(reveal);
  const last = program.body.at(-1);
  if (last?.type !== 'ExpressionStatement') return { seed, setup: '', answer: code, tests: '' };
  const value = code.slice(last.expression.start, last.expression.end);
  const answer = `${code.slice(0, last.start)}const ${NAME} = await (${value});`;
  const check = commit.of === 'number' ? NUMBER : curve(commit.y);
  return { seed, setup: '', answer, tests: `test('${TEST}', () => {${check}});` };
}

/** As the page reads them: a number, a list or a typed array, or a tensor. */
const READ = `
  const given = ${NAME};
  const listed = typeof given?.dataSync === 'function' ? given.dataSync() : given;
  const values = typeof listed === 'number' ? [listed] : Array.isArray(listed) || ArrayBuffer.isView(listed) ? Array.from(listed) : [];
  const odd = values.find((value) => typeof value !== 'number' || !Number.isFinite(value));
  if (odd !== undefined) throw new Error('it gives ' + odd + ' among its numbers');
  const most = listed === given ? ${LIMITS.valueEntries} : ${LIMITS.tensorValues};
  if (values.length > most) throw new Error('it gives ' + values.length + ' numbers, of ' + most + ' at most');`;

const NUMBER = `${READ}
  if (values.length !== 1) throw new Error('its last expression must be one number, such as (await loss.data())[0]');`;

const curve = ([from, to]: readonly [number, number]) => `${READ}
  if (values.length < 2) throw new Error('its last expression must be a list of at least two numbers');
  const beyond = values.findIndex((value) => value < ${from} || value > ${to});
  if (beyond >= 0) throw new Error('value ' + (beyond + 1) + ' of the curve is ' + values[beyond] + ', outside of y: [${from}, ${to}]');`;

function wrongWith({ how, detail, report, tested }: Ran, seconds: number): string | null {
  if (how === 'timeout')
    return `The reveal did not end within ${seconds} s. Give it less to do, or write more \`seconds\` into the front matter.`;
  if (report === null) return `The sandbox did not survive the reveal: ${endSentence(detail)}`;
  if (report.answerError) return `The reveal fails: ${errorText(report.answerError)}`;
  const [test] = tested;
  if (test?.passed) return null;
  const why = test?.message.replace(/^The test stopped with (?:Error: )?/, '') ?? 'it did not run';
  return `The reveal does not give what was predicted: ${endSentence(why)}`;
}

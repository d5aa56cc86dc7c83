import type { AnyNode, CallExpression, ObjectExpression } from 'acorn';
import type { TestSpec } from '@/lib/exercises/exercise';
import { walk } from '@/lib/notebook';
import { codeError, lineOf, type Code } from './read-code';

/** A test or a known mistake with its 1-based line in the file. */
export type ListedTest = TestSpec & { line: number };
export type ListedMistake = { sentence: string; line: number };

const CALLS = ['test', 'mistake'];
/** What tests are given; were one of them declared anew, the list made here would not be what runs. */
const GIVEN = ['test', 'mistake', 'expect', 'tf', 'data'];

/** What a fence of tests registers, read without running it. Throws `ContentError`. */
export function listTests(code: Code): { tests: ListedTest[]; mistakes: ListedMistake[] } {
  checkNames(code);
  const calls = topCalls(code);
  checkNested(code, calls);
  const tests: ListedTest[] = [];
  const mistakes: ListedMistake[] = [];
  for (const call of calls) {
    const sentence = sentenceOf(code, call);
    const line = code.fence.line + lineOf(call);
    if (nameOf(call) === 'mistake') mistakes.push({ sentence, line });
    else tests.push({ sentence, points: pointsOf(code, call), line });
  }
  checkUnique(code, tests);
  checkUnique(code, mistakes);
  if (tests.length === 0) {
    const reason = `${code.fence.name} has no test. Write test('what must hold', () => { … }) at its top level.`;
    throw codeError(code.fence, 0, reason);
  }
  return { tests, mistakes };
}

const nameOf = ({ callee }: CallExpression) => (callee.type === 'Identifier' ? callee.name : '');

function checkNames({ fence, analysis }: Code): void {
  const taken = analysis.declarations?.find(({ name }) => GIVEN.includes(name));
  if (!taken) return;
  throw codeError(
    fence,
    taken.line,
    `\`${taken.name}\` is given to tests and can't be declared. Choose another name.`,
  );
}

function topCalls({ program }: Code): CallExpression[] {
  return program.body.flatMap((node) => {
    if (node.type !== 'ExpressionStatement' || node.expression.type !== 'CallExpression') return [];
    return CALLS.includes(nameOf(node.expression)) ? [node.expression] : [];
  });
}

/** Tests are counted without being run, so none may hang on what happens. */
function checkNested({ fence, program }: Code, top: readonly CallExpression[]): void {
  walk(program, (node: AnyNode) => {
    if (node.type !== 'CallExpression' || top.includes(node)) return;
    const name = nameOf(node);
    if (!CALLS.includes(name)) return;
    const reason = `${name}(…) must stand by itself at the top level of ${fence.name}, not in a function, a loop, a condition or after await. Write it out once for each case.`;
    throw codeError(fence, lineOf(node), reason);
  });
}

function sentenceOf({ fence }: Code, call: CallExpression): string {
  const name = nameOf(call);
  const [first, second] = call.arguments;
  const fail = (reason: string) => codeError(fence, lineOf(first ?? call), reason);
  const sentence = literalText(first);
  if (sentence === null)
    throw fail(
      `the first argument of ${name}(…) must be a sentence in quotes, not computed: results are matched by it.`,
    );
  if (!sentence.trim())
    throw fail(
      `the sentence of ${name}(…) is empty. Say what ${name === 'test' ? 'must hold' : 'went wrong'}.`,
    );
  if (!second || second.type === 'SpreadElement' || /Literal$|^Object|^Array/.test(second.type))
    throw fail(`${name}('${sentence}', …) needs a function: () => { … }.`);
  const most = name === 'test' ? 3 : 2;
  if (call.arguments.length > most)
    throw fail(`${name}('${sentence}', …) has more than ${most} arguments.`);
  return sentence;
}

function literalText(node: AnyNode | undefined): string | null {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? null;
  return null;
}

function pointsOf({ fence }: Code, call: CallExpression): number {
  const options = call.arguments[2];
  if (options === undefined) return 1;
  const fail = (reason: string) => codeError(fence, lineOf(options), reason);
  if (options.type !== 'ObjectExpression')
    throw fail('the options of test(…) must be written out, as { points: 2 }.');
  return pointsIn(options, fail);
}

function pointsIn({ properties }: ObjectExpression, fail: (reason: string) => Error): number {
  let points = 1;
  for (const property of properties) {
    const key = property.type === 'Property' && !property.computed ? property.key : null;
    const name = key?.type === 'Identifier' ? key.name : key?.type === 'Literal' ? key.value : null;
    if (property.type !== 'Property' || name !== 'points')
      throw fail(`test(…) has the option points alone${name ? `, not ${name}` : ''}.`);
    const { value } = property;
    const number = value.type === 'Literal' ? value.value : null;
    if (typeof number !== 'number' || !Number.isInteger(number) || number < 1)
      throw fail('the points of a test must be a whole number from 1, written out: { points: 2 }.');
    points = number;
  }
  return points;
}

function checkUnique({ fence }: Code, listed: readonly ListedMistake[]): void {
  const lines = new Map<string, number>();
  for (const { sentence, line } of listed) {
    const first = lines.get(sentence);
    if (first !== undefined)
      throw codeError(fence, line - fence.line, twice(sentence, `on line ${first}`));
    lines.set(sentence, line);
  }
}

export const twice = (sentence: string, where: string) =>
  `the sentence "${sentence}" stands ${where} already. Each must be its own: results are matched by it.`;

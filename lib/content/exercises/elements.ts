import type { ChoiceExercise, NumberExercise } from '@/lib/exercises/exercise';
import { ContentError } from '../content-error';
import { descend, placeOf, textOf, type MarkdownNode } from '../markdown-node';
import { curlQuotes } from '../typography';
import { attributeOf } from './attribute';

type Choice = ChoiceExercise['choices'][number];
type Wrong = NumberExercise['wrong'][number];

/** Throws `ContentError`. */
export function choicesOf(nodes: readonly MarkdownNode[], file: string): Choice[] {
  const choices = nodes.map((node) => choiceOf(node, file));
  const place = nodes[0] ? placeOf(nodes[0]) : { line: 1 };
  const right = choices.filter(({ correct }) => correct).length;
  const fail = (reason: string) => {
    throw new ContentError(file, place, reason);
  };
  if (choices.length < 2)
    fail(
      `there must be at least two <Choice>s, and there ${choices.length ? 'is one' : 'are none'}.`,
    );
  if (right === 0)
    fail('no <Choice> is correct. Write <Choice correct>…</Choice> for the right one.');
  if (right === choices.length)
    fail(
      'every <Choice> is correct. Give the wrong ones because="what is wrong" in place of correct.',
    );
  return choices;
}

function choiceOf(node: MarkdownNode, file: string): Choice {
  const because = attributeOf(node, 'because');
  const mark = attributeOf(node, 'correct');
  const fail = (reason: string): never => {
    throw new ContentError(file, placeOf(node), reason);
  };
  if (mark) fail('write <Choice correct>, with nothing after it.');
  if (mark !== null && because !== null)
    fail('a <Choice> is either correct, or has because="…". Remove one of the two.');
  if (mark === null && !because?.trim())
    fail('a <Choice> that is not correct needs because="why this is wrong".');
  return { correct: mark !== null, because: curlQuotes(because?.trim() ?? '', '') };
}

type Right = { answer: number; tolerance: number; file: string };

/** Throws `ContentError`. */
export function wrongOf(nodes: readonly MarkdownNode[], right: Right): Wrong[] {
  return nodes.map((node) => {
    const fail = (reason: string): never => {
      throw new ContentError(right.file, placeOf(node), reason);
    };
    const value = numberOf(node, 'value');
    const tolerance =
      attributeOf(node, 'tolerance') === null ? right.tolerance : numberOf(node, 'tolerance');
    if (!Number.isFinite(value)) fail('<Wrong> needs a number: value="0.38".');
    if (!(tolerance > 0 && tolerance < Infinity))
      fail('the tolerance of <Wrong> must be a number above 0: tolerance="0.005".');
    if (Math.abs(value - right.answer) <= right.tolerance)
      fail(
        `${value} is right: the answer is ${right.answer} within ${right.tolerance}. Choose a smaller tolerance in the front matter, or another value.`,
      );
    const odd = [...descend(node)].find(
      ({ node: { type } }) => /math|image|code$/i.test(type) && type !== 'inlineCode',
    );
    if (odd) fail('<Wrong> is a plain sentence, without formulas, pictures or code blocks.');
    return { value, tolerance, sentence: curlQuotes(textOf(node).replace(/\s+/g, ' ').trim(), '') };
  });
}

function numberOf(node: MarkdownNode, name: string): number {
  const text = attributeOf(node, name)?.trim() ?? '';
  return text === '' ? NaN : Number(text);
}

import { descend, placeOf, type MarkdownNode } from '@/lib/content/markdown-node';
import type { Finding } from '../finding';
import type { Exercise, Lesson } from './parse-documents';

/** KaTeX refuses a formula that it can't set; what follows is text that was meant to be one. */
const TEX = /\\(?:[a-zA-Z]{2,}|[,;!])|[A-Za-z0-9)][_^]\{/;
const NOTE = /\[\^[^\]\s]+\]/;

/** Whether something stands in the prose as it was typed, because Markdown did not take it for what it was meant as. */
export function checkProse(documents: readonly (Lesson | Exercise)[]): Finding[] {
  return documents.flatMap(({ document: { file, source }, tree }) =>
    [...descend(tree)].flatMap(({ node }): Finding[] => {
      const { line } = placeOf(node);
      const sentence = wrongWith(node);
      if (sentence !== null) return [{ file, line, level: 'error', sentence }];
      return dollarsIn(node, source).map((words) => ({
        file,
        line,
        level: 'error',
        sentence: words,
      }));
    }),
  );
}

const DOLLAR = 'Write \\$ for a dollar sign, and a $ before and after a formula.';

/** Dollar signs that begin a formula where none is meant, or none where one is. */
function dollarsIn(node: MarkdownNode, source: string): string[] {
  const raw = rawOf(node, source);
  if (node.type === 'inlineMath') {
    // Within the signs of a formula nobody leaves a space, and behind them no digit, as two prices do.
    const isProse = /^\$\s|\s\$$/.test(raw) || /^\d/.test(after(node, source));
    return isProse
      ? [`"${shortened(raw)}" is set as a formula, from one $ to the next. ${DOLLAR}`]
      : [];
  }
  const lone = node.type === 'text' ? /(?<!\\)\$.{0,12}/.exec(raw)?.[0] : undefined;
  if (lone === undefined) return [];
  return [`"${shortened(lone)}": this $ has no other, so it begins no formula. ${DOLLAR}`];
}

const after = ({ position }: MarkdownNode, source: string) =>
  source.slice(position?.end?.offset, (position?.end?.offset ?? 0) + 1);

const shortened = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 40 ? line : `${line.slice(0, 39)}…`;
};

/** As it stands in the file, where the tree has it without its backslashes. */
function rawOf({ position }: MarkdownNode, source: string): string {
  const [start, end] = [position?.start.offset, position?.end?.offset];
  return start === undefined || end === undefined ? '' : source.slice(start, end);
}

function wrongWith(node: MarkdownNode): string | null {
  if (node.type !== 'text') return null;
  const text = node.value ?? '';
  const tex = TEX.exec(text)?.[0];
  if (tex !== undefined) {
    return `"${tex}" stands in the text as it is. A formula needs a $ before and after it, and a plain dollar sign is written \\$.`;
  }
  const note = NOTE.exec(text)?.[0];
  return note === undefined
    ? null
    : `The note ${note} has no text. Write ${note}: … on a line of its own.`;
}

import { descend, placeOf, type MarkdownNode } from '@/lib/content/markdown-node';
import type { Finding } from '../finding';
import type { Exercise, Lesson } from './parse-documents';

/** KaTeX refuses a formula that it can't set; what follows is text that was meant to be one. */
const TEX = /\\(?:[a-zA-Z]{2,}|[,;!])|[A-Za-z0-9)][_^]\{/;
const NOTE = /\[\^[^\]\s]+\]/;

/** Whether something stands in the prose as it was typed, because Markdown did not take it for what it was meant as. */
export function checkProse(documents: readonly (Lesson | Exercise)[]): Finding[] {
  return documents.flatMap(({ document, tree }) =>
    [...descend(tree)].flatMap(({ node }): Finding[] => {
      const sentence = wrongWith(node);
      if (sentence === null) return [];
      return [{ file: document.file, line: placeOf(node).line, level: 'error', sentence }];
    }),
  );
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

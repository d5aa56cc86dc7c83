import { textOf, type MarkdownNode } from './markdown-node';

const OPENS_AFTER = /^$|[\s([{\u2013\u2014\u201c\u2018/-]/;

function curl(quote: string, previous: string, after: string): string {
  const opens = OPENS_AFTER.test(previous) && !/^\d\ds?\b/.test(after);
  if (quote === '"') return opens ? '\u201c' : '\u201d';
  return opens ? '\u2018' : '\u2019';
}

/** Curls straight quotes; `before` is the character that stands before the text, empty at its start. */
export function curlQuotes(text: string, before: string): string {
  let previous = before;
  return text.replace(/[\s\S]/g, (character, at: number) => {
    const isQuote = character === '"' || character === "'";
    previous = isQuote ? curl(character, previous, text.slice(at + 1)) : character;
    return previous;
  });
}

const BLOCKS = new Set(['paragraph', 'heading', 'tableCell']);

/** Typographic quotes in the prose below `node`; code, formulas and attributes keep theirs. */
export function setQuotes(node: MarkdownNode, before = ''): string {
  if (node.type === 'text') {
    node.value = curlQuotes(node.value ?? '', before);
    return node.value.at(-1) ?? before;
  }
  if (!node.children) return textOf(node).at(-1) ?? before;
  let last = BLOCKS.has(node.type) ? '' : before;
  for (const child of node.children) last = setQuotes(child, last);
  return last;
}

import type { HoverWords } from './hover-words';

/** The words as paragraphs of Markdown. What titles and values hold is shown as it is, whatever it would mean there. */
export function hoverMarkdown({ place, summary, preview }: HoverWords): string[] {
  const paragraphs = [place, summary].filter((words) => words !== '').map(escaped);
  return preview === '' ? paragraphs : [...paragraphs, fenced(preview)];
}

function escaped(words: string): string {
  return oneLine(words).replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** A block of code, between more backticks than it holds. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${oneLine(text)}\n${fence}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

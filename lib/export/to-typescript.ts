import type { ExportedCell, ExportedLesson } from './types';

/** The reader's code as one TypeScript module: a comment that says what it is, then each cell under its title. */
export function toTypeScript(lesson: ExportedLesson): string {
  const { title, url, date, seed } = lesson;
  const head = [
    title,
    `Saved from Layerwise on ${date}: ${url}`,
    `Seed ${seed}. tf, show, display, watch, data and input are Layerwise's own library.`,
  ];
  const cells = lesson.blocks.filter((block) => block.kind === 'cell');
  // The last line makes it a module, which may await at its top level.
  return [head.map(comment).join('\n'), ...cells.map(section), 'export {};\n'].join('\n\n');
}

function section({ title, code }: ExportedCell): string {
  const text = code.trimEnd();
  return `${comment(`---- ${title} ----`)}\n${continuesLine(text) ? ';' : ''}${text}`;
}

/** A line of its own, whatever line breaks are in the text. */
function comment(text: string): string {
  return `// ${text.replace(/[\s\u2028\u2029]+/g, ' ').trim()}`;
}

/** Whether its first token could go on with the statement of the cell before it, where that has no semicolon. */
function continuesLine(code: string): boolean {
  const start = code.replace(/^(?:\s+|\/\/[^\n\r\u2028\u2029]*|\/\*[^]*?\*\/)+/, '');
  return /^[([`/+\-*]/.test(start);
}

/** What is wrong with a document, or only worth knowing. */
export type Finding = {
  file: string;
  /** 1-based; null where it is of the whole document. */
  line: number | null;
  /** Errors fail the command, notes don't. */
  level: 'error' | 'note';
  sentence: string;
};

/** Code in a fence of a document. */
export type Part = {
  code: string;
  /** The line of the file on which its first line stands. */
  line: number;
};

/** The line of the file for a line of a part, both 1-based; the fence's own where none is known. */
export function lineIn(part: Part, line: number | undefined): number {
  return line === undefined ? Math.max(1, part.line - 1) : part.line + line - 1;
}

/** `content/a/exercises/b.mdx:12: What is wrong.` */
export function formatFinding({ file, line, level, sentence }: Finding): string {
  const place = line === null ? file : `${file}:${line}`;
  return `${place}: ${level === 'note' ? 'Note: ' : ''}${sentence}`;
}

/** In order of files and lines, each once. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const byText = new Map(findings.map((finding) => [formatFinding(finding), finding]));
  return [...byText.values()].sort(
    (a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

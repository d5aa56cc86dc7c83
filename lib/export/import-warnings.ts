import { languageName } from './cell-language';

/** What an import leaves out, counted while the cells are read. */
export type LeftOut = {
  outputs: number;
  raw: number;
  attachments: number;
  renamed: number;
  magics: string[];
  /** Cells of each language that is not ours, by its name in a sentence. */
  foreign: Map<string, number>;
  languageUnknown: boolean;
};

export function nothingLeftOut(): LeftOut {
  return {
    ...{ outputs: 0, raw: 0, attachments: 0, renamed: 0 },
    ...{ magics: [], foreign: new Map<string, number>(), languageUnknown: false },
  };
}

/** A file may name a language for every cell: beyond a few they are counted together. */
const MOST_LANGUAGES = 4;

export function countForeign({ foreign }: LeftOut, language: string): void {
  const own = languageName(language);
  const name = foreign.has(own) || foreign.size < MOST_LANGUAGES ? own : 'in other languages';
  foreign.set(name, (foreign.get(name) ?? 0) + 1);
}

export function importWarnings(out: LeftOut): string[] {
  return [
    ...[...out.foreign].map(([language, count]) => foreign(language, count)),
    ...(out.languageUnknown
      ? ['The file does not say in which language its cells are; Layerwise runs TypeScript.']
      : []),
    ...(out.outputs > 0
      ? [`Left out the outputs of ${cells(out.outputs)}; run the cells to make them again.`]
      : []),
    ...(out.magics.length > 0 ? [magics(out.magics)] : []),
    ...(out.raw > 0 ? [`Left out ${cells(out.raw)} of raw text.`] : []),
    ...(out.attachments > 0
      ? [`Left out the pictures attached to ${cells(out.attachments)} of text.`]
      : []),
    ...(out.renamed > 0
      ? [
          `Gave new names to ${cells(out.renamed)} whose names were missing, in use, or not allowed.`,
        ]
      : []),
  ];
}

function foreign(language: string, count: number): string {
  const [are, they] = count === 1 ? ['is', 'It is'] : ['are', 'They are'];
  return `${cells(count)} ${are} ${language}; Layerwise runs TypeScript. ${they} kept as text.`;
}

function magics(lines: readonly string[]): string {
  const what = lines.length === 1 ? '1 line that speaks' : `${lines.length} lines that speak`;
  const shown = lines
    .slice(0, 3)
    .map((line) => (line.length > 60 ? `${line.slice(0, 59)}…` : line));
  return `Left out ${what} to Jupyter: ${shown.join(', ')}${lines.length > 3 ? ', …' : ''}.`;
}

function cells(count: number): string {
  return count === 1 ? '1 cell' : `${count.toLocaleString('en')} cells`;
}

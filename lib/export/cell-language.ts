/** Languages whose code Layerwise takes for its own. */
const OURS = ['typescript', 'javascript', 'ts', 'js'];
/** `%%js` and the like turn one cell into another language. Those that only change how it runs are not here. */
const MAGIC_LANGUAGES = [
  ...['js', 'javascript', 'ts', 'typescript', 'python', 'python3', 'bash', 'sh', 'html', 'svg'],
  ...['latex', 'markdown', 'perl', 'ruby', 'R', 'sql', 'cython'],
];
const NAMES: Record<string, string> = {
  ...{ python: 'Python', python3: 'Python', ipython: 'Python', r: 'R', julia: 'Julia' },
  ...{ bash: 'a shell script', sh: 'a shell script', html: 'HTML', svg: 'SVG', latex: 'LaTeX' },
  ...{ markdown: 'Markdown', perl: 'Perl', ruby: 'Ruby', sql: 'SQL', cython: 'Cython' },
  ...{ scala: 'Scala', rust: 'Rust', csharp: 'C#', fsharp: 'F#', 'c++': 'C++', go: 'Go' },
};

export function isOurLanguage(language: string): boolean {
  return OURS.includes(language.toLowerCase());
}

/** The language that a first line such as `%%bash` gives to its cell; null for any other line. */
export function magicLanguage(line: string): string | null {
  const name = /^%%(\w+)/.exec(line)?.[1];
  return name !== undefined && MAGIC_LANGUAGES.includes(name) ? name.toLowerCase() : null;
}

/** How the language is called in a sentence; its own name, shortened, where we know no other. */
export function languageName(language: string): string {
  const known = new Map(Object.entries(NAMES)).get(language.toLowerCase());
  const own = language.slice(0, 30).replace(/[^\p{L}\p{N} +#.-]/gu, '');
  return known ?? (own.trim() || 'in a language without a name');
}

/** The sentence on a cell in a language that Layerwise does not run. */
export function foreignNote(language: string): string {
  return `This cell is ${languageName(language)}; Layerwise runs TypeScript.`;
}

/** What may stand after the three backticks, and the grammar that highlights it; null leaves it plain. */
export const LANGUAGES = {
  ts: 'typescript',
  typescript: 'typescript',
  js: 'typescript',
  py: 'python',
  python: 'python',
  json: 'json',
  bash: 'bash',
  sh: 'bash',
  text: null,
} as const satisfies Record<string, string | null>;

export type Language = keyof typeof LANGUAGES;

/** How a block's language is named to a reader. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  ts: 'TypeScript',
  typescript: 'TypeScript',
  js: 'JavaScript',
  py: 'Python',
  python: 'Python',
  json: 'JSON',
  bash: 'Shell',
  sh: 'Shell',
  text: 'Text',
};

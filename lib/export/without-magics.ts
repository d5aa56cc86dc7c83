import { isOurLanguage, magicLanguage } from './cell-language';

export type Unmagicked = { code: string; language: string | null; removed: string[] };

/**
 * A cell without the lines that speak to Jupyter (`%matplotlib inline`, `!pip install …`). Where the language is ours,
 * or not known, only a `%%js` in the first line counts: `!ready && start()` is TypeScript.
 */
export function withoutMagics(source: string, language: string | null): Unmagicked {
  const lines = source.split('\n');
  const own = magicLanguage(lines[0] ?? '');
  if (own !== null) {
    return { code: lines.slice(1).join('\n'), language: own, removed: [lines[0]!.trim()] };
  }
  if (language === null || isOurLanguage(language)) return { code: source, language, removed: [] };
  const kept = lines.filter((line) => !isMagic(line));
  return {
    code: kept.join('\n'),
    language,
    removed: lines.filter(isMagic).map((line) => line.trim()),
  };
}

function isMagic(line: string): boolean {
  return /^%{1,2}[a-zA-Z]|^![^=\s]/.test(line);
}

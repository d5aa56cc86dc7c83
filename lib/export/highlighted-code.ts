import { escapeHtml } from './escape-html';

const TAG = /<span class="(?:line|code-[a-z]+)">|<\/span>/g;

/**
 * The HTML of a cell's code: the highlighted one, if it is nothing but this code in spans of ours; else the code
 * alone, escaped. So code that has changed since, or markup of anybody else's, does not get in.
 */
export function highlightedCode(code: string, highlighted: string | undefined): string {
  const plain = escapeHtml(code);
  if (highlighted === undefined || !isBalanced(highlighted)) return plain;
  const text = unescape(highlighted.replace(TAG, ''));
  return text !== null && sameText(text, code) ? highlighted : plain;
}

/** Null where a sign stands that would be markup, or an entity that the highlighter does not write. */
function unescape(html: string): string | null {
  if (/[<>]|&(?!(?:amp|lt|gt|quot|#39);)/.test(html)) return null;
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return html.replace(/&(amp|lt|gt|quot|#39);/g, (entity, name: string) => signs[name] ?? entity);
}

function sameText(a: string, b: string): boolean {
  return a.replaceAll('\r\n', '\n') === b.replaceAll('\r\n', '\n');
}

function isBalanced(html: string): boolean {
  let depth = 0;
  for (const [tag] of html.matchAll(TAG)) {
    depth += tag === '</span>' ? -1 : 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

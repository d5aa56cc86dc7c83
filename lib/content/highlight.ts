import { createHighlighterCore, type HighlighterCore, type ThemeRegistration } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { LANGUAGES, type Language } from './languages';

/** The roles that a token of code can have: each is a class `code-<role>` and a colour `--code-<role>`. */
const SCOPES: Record<string, string[]> = {
  comment: ['comment', 'punctuation.definition.comment'],
  string: ['string', 'punctuation.definition.string', 'constant.character.escape'],
  number: ['constant.numeric', 'constant.language'],
  keyword: [
    'keyword.control',
    'storage',
    'keyword.operator.new',
    'keyword.operator.expression',
    'variable.language.this',
    'keyword.operator.logical.python',
  ],
  function: ['entity.name.function', 'support.function', 'meta.function-call.generic.python'],
  type: [
    'entity.name.type',
    'support.type',
    'support.class',
    'entity.name.class',
    'entity.other.inherited-class',
  ],
};

// Shiki carries colours; here a colour stands for a role, and the page's tokens give it its colour.
const ROLES = Object.keys(SCOPES);
const colourOf = (role: string) => `#00000${ROLES.indexOf(role) + 1}`;
const ROLE_BY_COLOUR = new Map(ROLES.map((role) => [colourOf(role), role]));
const INK = '#000000';

const THEME: ThemeRegistration = {
  name: 'roles',
  type: 'light',
  colors: { 'editor.foreground': INK, 'editor.background': '#ffffff' },
  settings: [
    { settings: { foreground: INK, background: '#ffffff' } },
    ...ROLES.map((role) => ({ scope: SCOPES[role], settings: { foreground: colourOf(role) } })),
    // A template's `${…}` is code again, not string.
    { scope: 'meta.template.expression', settings: { foreground: INK } },
  ],
};

let highlighter: Promise<HighlighterCore> | null = null;

function loadHighlighter(): Promise<HighlighterCore> {
  highlighter ??= createHighlighterCore({
    themes: [THEME],
    langs: [
      import('shiki/langs/typescript.mjs'),
      import('shiki/langs/python.mjs'),
      import('shiki/langs/json.mjs'),
      import('shiki/langs/bash.mjs'),
    ],
    engine: createJavaScriptRegexEngine(),
  });
  return highlighter;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

type Piece = { content: string; color?: string | undefined };

/** Neighbours of one colour become one piece, which makes a page's HTML a third smaller. */
function mergePieces(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last && (last.color === piece.color || !piece.content.trim()))
      last.content += piece.content;
    else merged.push({ content: piece.content, color: piece.color });
  }
  return merged;
}

function pieceHtml({ content, color }: Piece): string {
  const role = ROLE_BY_COLOUR.get(color?.toLowerCase() ?? '');
  const text = escapeHtml(content);
  return role ? `<span class="code-${role}">${text}</span>` : text;
}

function lineHtml(pieces: readonly Piece[]): string {
  return `<span class="line">${mergePieces(pieces).map(pieceHtml).join('')}</span>`;
}

/**
 * The inner HTML of a `<code>`: one `<span class="line">` a line, joined by line feeds, with
 * `<span class="code-keyword">` and the like inside. Only text of `code` enters, escaped.
 */
export async function highlight(code: string, language: Language): Promise<string> {
  const lang = LANGUAGES[language];
  if (lang === null) {
    return code
      .split('\n')
      .map((line) => lineHtml([{ content: line }]))
      .join('\n');
  }
  const { tokens } = (await loadHighlighter()).codeToTokens(code, {
    lang,
    theme: 'roles',
    // Shiki gives a line up after half a second by default; on a busy machine that would change the page.
    tokenizeTimeLimit: 0,
  });
  return tokens.map(lineHtml).join('\n');
}

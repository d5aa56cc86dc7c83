import { tokenizer, tokTypes, type Token } from 'acorn';

/**
 * Puts spaces before the tokens of `code`, whose types were removed, so that they come back to the columns that they
 * have in `source`. Lines agree already. A token is looked for on its line behind the one before it, so one that
 * also occurs in a removed type may be placed too far left, and text that was added moves what follows it.
 * (sucrase's own source map is of no use here: it loses all columns behind an empty part of a template literal.)
 */
export function alignColumns(code: string, source: string): string {
  const sourceLines = source.split('\n');
  const line = { number: 0, added: 0, cursor: 0 };
  let text = '';
  let from = 0;
  for (const { type, start, end, loc } of tokensOf(code)) {
    if (!loc) continue;
    if (loc.start.line !== line.number) {
      Object.assign(line, { number: loc.start.line, added: 0, cursor: 0 });
    }
    const token = code.slice(start, end);
    const inTemplate = IN_TEMPLATE.has(type);
    const find = inTemplate ? indexOfText : indexOfToken;
    const column = find(token, sourceLines[line.number - 1] ?? '', line.cursor);
    if (column === -1) continue;
    const missing = inTemplate ? 0 : Math.max(0, column - loc.start.column - line.added);
    text += code.slice(from, start) + ' '.repeat(missing);
    from = start;
    line.added += missing;
    line.cursor = column + token.length;
  }
  return text + code.slice(from);
}

/** Before these a space may be one of a template literal's own. */
const IN_TEMPLATE = new Set([tokTypes.template, tokTypes.dollarBraceL, tokTypes.backQuote]);

/** As many tokens as can be read; what is wrong with the rest is the parser's to tell. */
function tokensOf(code: string): Token[] {
  const tokens: Token[] = [];
  try {
    for (const token of tokenizer(code, {
      ecmaVersion: 'latest',
      sourceType: 'module',
      locations: true,
    })) {
      tokens.push(token);
    }
  } catch {
    return tokens;
  }
  return tokens;
}

const WORD = /[\p{L}\p{N}_$]/u;

/** Where `token` stands in the line at or behind `from`, and not as a part of a longer word; -1 for nowhere. */
function indexOfToken(token: string, line: string, from: number): number {
  const isWord = WORD.test(token[0] ?? '');
  let column = line.indexOf(token, from);
  while (isWord && column !== -1 && isPart(line, column, token.length)) {
    column = line.indexOf(token, column + 1);
  }
  return column;
}

function isPart(line: string, column: number, length: number): boolean {
  return WORD.test(line[column - 1] ?? '') || WORD.test(line[column + length] ?? '');
}

function indexOfText(text: string, line: string, from: number): number {
  return line.indexOf(text, from);
}

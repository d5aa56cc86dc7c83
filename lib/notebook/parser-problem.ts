import { SyntaxProblem } from './problem';

/** What sucrase and acorn throw: `loc.column` is 1-based in the one, 0-based in the other; `pos` is 0-based in both. */
type ParserError = { message: string; pos: number };

/**
 * What a parser threw about `source`, without the parser's prefix and its "(3:4)" suffix.
 * An error that is not a parser's is given the start of the text.
 */
export function parserProblem(error: unknown, source: string): SyntaxProblem {
  const { message, pos } = isParserError(error) ? error : { message: otherwise(error), pos: 0 };
  const before = source.slice(0, pos).split('\n');
  const column = (before.at(-1) ?? '').length + 1;
  return new SyntaxProblem({
    message: sentence(message, source, pos),
    line: before.length,
    column,
  });
}

function isParserError(error: unknown): error is ParserError {
  return error instanceof SyntaxError && typeof (error as { pos?: unknown }).pos === 'number';
}

/** Both parsers descend into what they read, and so run out of stack. */
function otherwise(error: unknown): string {
  return error instanceof RangeError ? 'The code is nested too deeply to be read.' : String(error);
}

function sentence(message: string, source: string, pos: number): string {
  const bare = message.replace(/^Error transforming [^:]*: /, '').replace(/ ?\(\d+:\d+\)$/, '');
  if (!/^Unexpected token/.test(bare)) return /[.?]$/.test(bare) ? bare : `${bare}.`;
  const rest = source.slice(pos);
  if (rest.trim() === '')
    return 'The code ends too early: something that was opened is not closed.';
  const token = /^\s*([\p{L}\p{N}_$]+|\S)/u.exec(rest)?.[1] ?? '';
  const expected = /expected "(.+)"/.exec(bare)?.[1];
  const tail =
    expected === undefined ? '' : ` Before it, \`${expected}\` or a new line was expected.`;
  return `\`${token}\` can’t stand here.${tail}`;
}

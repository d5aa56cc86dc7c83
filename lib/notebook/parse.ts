import { parse as parseJavaScript, type Program } from 'acorn';
import { parserProblem } from './parser-problem';
import { stripTypes } from './strip-types';

/** `code` is the cell without its types; the positions in `program` are offsets into it. */
export type Parsed = { code: string; program: Program };

/** @throws {SyntaxProblem} when the text is not TypeScript that can be run. */
export function parse(source: string): Parsed {
  const code = stripTypes(source);
  try {
    const program = parseJavaScript(code, {
      ecmaVersion: 'latest',
      sourceType: 'module',
      locations: true,
      allowHashBang: false,
      // A `return` that stands outside a function is told in our own words, by `rules`.
      allowReturnOutsideFunction: true,
    });
    return { code, program };
  } catch (error) {
    throw parserProblem(error, code);
  }
}

import { transform } from 'sucrase';
import { alignColumns } from './align-columns';
import { parserProblem } from './parser-problem';

/**
 * TypeScript to JavaScript by removing what is only types. Every line stays on its line, and every token at its
 * column where nothing had to be added before it on the line (an `enum` and a parameter property add text).
 *
 * @throws {SyntaxProblem} when the text can't be read.
 */
export function stripTypes(source: string): string {
  return alignColumns(removeTypes(source), source);
}

function removeTypes(source: string): string {
  try {
    const options = { disableESTransforms: true, keepUnusedImports: true };
    return transform(source, { transforms: ['typescript'], ...options }).code;
  } catch (error) {
    throw parserProblem(error, source);
  }
}

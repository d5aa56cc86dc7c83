/** A place in the reader's own text, both numbers 1-based. */
export type Place = { line: number; column: number };

/** Something that keeps a cell from being read or run, in a sentence for the reader. */
export type Problem = Place & { message: string };

/** A `Problem` as it is thrown. */
export class SyntaxProblem extends Error implements Problem {
  override name = 'SyntaxProblem';
  readonly line: number;
  readonly column: number;

  constructor({ message, line, column }: Problem) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

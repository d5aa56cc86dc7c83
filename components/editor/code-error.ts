/** An error of the last run; `line` and `column` are 1-based places in the cell's code. */
export type CodeError = { line?: number; column?: number; message: string };

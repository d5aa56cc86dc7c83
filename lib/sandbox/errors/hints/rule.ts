/**
 * A failure known by its message, and one sentence on what to try; the groups of the pattern are given to `advise` in
 * order. With `within`, the stack must also have a call of that method of TensorFlow.js: for messages that are the
 * engine's own and could come from anywhere.
 */
export type Rule = { pattern: RegExp; within?: string; advise(...groups: string[]): string };

/** A table of rules that need nothing but the sentence, e.g. `[/^No such layer: (.+)/, (name) => …]`. */
export type Row = readonly [pattern: RegExp, advise: Rule['advise'] | string];

export function rules(rows: readonly Row[]): Rule[] {
  return rows.map(([pattern, advise]) => ({
    pattern,
    advise: typeof advise === 'string' ? () => advise : advise,
  }));
}

import { compile, type Locate } from './compile';

/** What compiled code calls, under the name `$cell`. */
export type CellRuntime = {
  /** Receives the value of the last expression. */
  last(value: unknown): void;
  /** Called in loops; throws when the reader pressed Stop. */
  check(): void;
};

type CellFunction = (
  inputs: Record<string, unknown>,
  cell: CellRuntime,
) => Promise<Record<string, unknown>>;

export type Evaluation = {
  /** The address of the module that runs, and the way from its text to the reader's: for reading an error's stack. */
  url: string;
  locate: Locate;
  values: Promise<Record<string, unknown>>;
};

/**
 * Compiles a cell and starts it. The code enters as a module from a `blob:` address: the sandbox's policy allows that
 * and no `eval`.
 *
 * @throws {SyntaxProblem} when the code can't be parsed.
 */
export function evaluate(
  source: string,
  inputs: Record<string, unknown>,
  runtime: CellRuntime,
): Evaluation {
  const { module, locate } = compile(source, Object.keys(inputs));
  const url = URL.createObjectURL(new Blob([module], { type: 'text/javascript' }));
  const values = import(url)
    .then((loaded: { default: CellFunction }) => loaded.default(inputs, runtime))
    .finally(() => URL.revokeObjectURL(url));
  return { url, locate, values };
}

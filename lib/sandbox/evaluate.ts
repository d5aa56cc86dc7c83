import { compile, type Locate } from './compile';

/** What compiled code calls, under the name `$cell`. */
export type CellRuntime = {
  /** Receives the value of the last expression. */
  last(value: unknown): void;
  /** Called in loops and by functions that may call themselves; throws when the reader pressed Stop. */
  check(): void;
  /** Asked in loops that await: whether to take a turn, which lets messages in. */
  due(): boolean;
  turn(): Promise<void>;
  /** What controls are set to now, by variable: those among the inputs, and the cell's own. */
  live: Record<string, unknown>;
  /** Called first, with the cell's own variables that will hold controls. */
  own(names: readonly string[]): void;
  /** The `input` that makes the control of this variable; it is given the one that stands in the code. */
  named(name: string, input: unknown): unknown;
  /** Called first, where it is there, with a way to read each name that the code declares; one may throw. */
  names?(readers: Readonly<Record<string, () => unknown>>): void;
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
 * Compiles a cell and starts it. Of the inputs, those that `runtime.live` has when it starts are controls. The code enters as a module from a `blob:` address: the sandbox's policy allows that
 * and no `eval`.
 *
 * @throws {SyntaxProblem} when the code can't be parsed.
 */
export function evaluate(
  source: string,
  inputs: Record<string, unknown>,
  runtime: CellRuntime,
): Evaluation {
  const live = Object.keys(runtime.live);
  const { module, locate } = compile(
    source,
    Object.keys(inputs),
    live,
    runtime.names !== undefined,
  );
  const url = URL.createObjectURL(new Blob([module], { type: 'text/javascript' }));
  const values = import(url)
    .then((loaded: { default: CellFunction }) => loaded.default(inputs, runtime))
    .finally(() => URL.revokeObjectURL(url));
  return { url, locate, values };
}

import { compile } from '../compile';

type Outputs = Record<string, unknown>;
type CellFunction = (inputs: Outputs, cell: object) => Promise<Outputs>;

/** What a run gave: the outputs, the value of the last expression, and how often it asked whether to go on. */
export type Run = { outputs: Outputs; shown: unknown[]; checks: number };

/** The address from which the code of a cell can be imported, as the sandbox does it with a `blob:`. */
export function moduleUrl(module: string): string {
  return `data:text/javascript;base64,${Buffer.from(module).toString('base64')}`;
}

/** Compiles a cell and runs it for real; after `patience` checks, a check throws. */
export async function runCell(
  source: string,
  inputs: Outputs = {},
  patience = Infinity,
): Promise<Run> {
  const { module } = compile(source, Object.keys(inputs));
  return runModule(moduleUrl(module), inputs, patience);
}

export async function runModule(
  url: string,
  inputs: Outputs = {},
  patience = Infinity,
  runtime: object = {},
): Promise<Run> {
  const loaded = (await import(/* @vite-ignore */ url)) as { default: CellFunction };
  const shown: unknown[] = [];
  let checks = 0;
  const check = () => {
    if (++checks > patience) throw new Error('Interrupted');
  };
  const outputs = await loaded.default(inputs, {
    last: (value: unknown) => shown.push(value),
    check,
    due: () => false,
    ...runtime,
  });
  return { outputs, shown, checks };
}

/**
 * Runs a cell with variables that hold controls: `set` has them by name, those of other cells and, once they are made,
 * its own. Every `input` gives what `set` has at that time.
 */
export async function runLive(
  source: string,
  set: Outputs,
  { own = [], due = () => false, turn = async () => {} }: LiveOptions = {},
): Promise<Run & { named: string[] }> {
  const live: Outputs = {};
  const named: string[] = [];
  const others = Object.keys(set).filter((name) => !own.includes(name));
  const add = (name: string) =>
    Object.defineProperty(live, name, { enumerable: true, get: () => set[name] });
  others.forEach(add);
  const { module } = compile(source, others, others);
  const run = await runModule(moduleUrl(module), {}, Infinity, {
    due,
    turn,
    live,
    own: (names: string[]) => names.forEach(add),
    named(name: string) {
      named.push(name);
      return { slider: () => set[name], choice: async () => set[name] };
    },
  });
  return { ...run, named };
}

type LiveOptions = { own?: string[]; due?: () => boolean; turn?: () => Promise<void> };

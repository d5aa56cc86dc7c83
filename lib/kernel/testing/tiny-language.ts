import { fitsControl, type CellId, type Control, type Mutation, type Output } from '@/lib/protocol';
import { own } from '../own';
import type { Positions } from '../model';

/*
 * Cells in JavaScript of a few words, run as a sandbox would: `thing(3)` is an object that `x.fit(2)` changes where it
 * is seen and `poke(x)` where it is not, `num(x)` is the number in anything, `show(x)` shows it, `fail()` throws,
 * `input.slider` is a control, read live, and a run pauses at `await 0`.
 */

export type TinyRun = {
  cell: CellId;
  code: string;
  inputs: Readonly<Record<string, CellId>>;
  controls: Positions;
};

/** What a run has done, as far as it came. */
export type TinyEnd = { outputs: Output[]; mutations: Mutation[]; error: string | null };

type Values = Record<string, unknown>;

class Thing {
  constructor(
    public v: number,
    private readonly changed: Set<unknown>,
  ) {}

  fit(by: number): void {
    this.v = this.v * 2 + by;
    this.changed.add(this);
  }
}

/** A worker's memory: the variables of each cell, and where their controls stand. */
export class TinyMemory {
  private readonly values = new Map<CellId, Values>();
  private readonly positions = new Map<CellId, Record<string, unknown>>();
  private readonly changed = new Set<unknown>();

  move(cell: CellId, key: string, value: unknown): void {
    this.positions.set(cell, { ...this.positions.get(cell), [key]: value });
  }

  forget(cell: CellId): void {
    this.values.delete(cell);
  }

  /** Begins a run, up to its first pause; the generator ends with what it came to. */
  begin(run: TinyRun): TinyProgress {
    const inputs = Object.entries(run.inputs);
    const missing = inputs.find(([, cell]) => !this.values.has(cell));
    const given = Object.fromEntries(
      inputs.map(([name, cell]) => [name, this.values.get(cell)?.[name]]),
    );
    this.values.delete(run.cell);
    this.positions.set(run.cell, { ...run.controls });
    this.changed.clear();
    const outputs: Output[] = [];
    const defined: Values = {};
    const scope = this.scopeOf(run.cell, given, outputs, defined);
    const body = missing === undefined ? compile(run.code, scope) : fails(`no ${missing[0]}`);
    return new TinyProgress(body, outputs, () => {
      const mutations = this.mutationsBut(run.cell);
      return { mutations, keep: () => this.values.set(run.cell, defined) };
    });
  }

  private scopeOf(cell: CellId, given: Values, outputs: Output[], defined: Values): object {
    const globals: Values = {
      thing: (v: number) => new Thing(v, this.changed),
      num: numberIn,
      poke: (thing: Thing) => thing.fit(1),
      show: (value: unknown) => outputs.push({ kind: 'text', text: String(numberIn(value)) }),
      fail: () => {
        throw new Error('failed');
      },
      keep: (name: string, value: unknown) => (defined[name] = value),
      slider: (name: string | null, label: string, value: number) =>
        this.slider(cell, { name, label, value }, outputs),
    };
    const read = (name: string): unknown => {
      if (Object.hasOwn(globals, name)) return globals[name];
      if (Object.hasOwn(defined, name)) return current(defined[name]);
      return current(own(given, name));
    };
    return new Proxy(
      {},
      {
        has: (_, name) => typeof name === 'string',
        get: (_, name) => (typeof name === 'string' ? read(name) : undefined),
      },
    );
  }

  private slider(
    cell: CellId,
    { name, label, value }: { name: string | null; label: string; value: number },
    outputs: Output[],
  ): unknown {
    const ranges = { min: 0, max: 9, step: 1, scale: 'linear' } as const;
    const control: Control = { kind: 'slider', key: label, name, label, value, ...ranges };
    const stands = () => {
      const set = this.positions.get(cell)?.[label] as number | undefined;
      return set !== undefined && fitsControl(control, set) ? set : value;
    };
    outputs.push({ kind: 'control', control: { ...control, value: stands() } });
    return name === null ? stands() : new Live(stands);
  }

  private mutationsBut(runner: CellId): Mutation[] {
    const found: Mutation[] = [];
    for (const [cell, values] of this.values) {
      for (const [name, value] of Object.entries(values)) {
        const reached = value instanceof Thing ? [value] : Object.values(value ?? {});
        const isChanged = reached.some((each) => this.changed.has(each));
        if (cell !== runner && isChanged) found.push({ cell, name, how: 'trains' });
      }
    }
    return found;
  }
}

/** A variable that holds a control. */
class Live {
  constructor(readonly stands: () => unknown) {}
}

const current = (value: unknown) => (value instanceof Live ? value.stands() : value);

function numberIn(value: unknown): number {
  const now = current(value);
  if (now instanceof Thing) return now.v;
  if (typeof now === 'function') return numberIn((now as () => unknown)());
  if (typeof now === 'object' && now !== null && 'inner' in now) return numberIn(now.inner);
  if (typeof now !== 'number') throw new Error(`not a number: ${String(now)}`);
  return now;
}

type Body = Generator<unknown, void, void>;

function compile(code: string, scope: object): Body {
  const make = function* () {}.constructor as new (...args: string[]) => (scope: object) => Body;
  const words = code
    .replace(/await 0/g, 'yield')
    .replace(/const (\w+) = input\.slider\(/g, 'const $1 = slider("$1", ')
    .replace(/input\.slider\(/g, 'slider(null, ')
    .replace(/const (\w+) = ([^;]*);/g, 'keep("$1", $2);');
  return new make('scope', `with (scope) { ${words} }`)(scope);
}

function* fails(message: string): Body {
  throw new Error(message);
}

/** A run that has begun. */
export class TinyProgress {
  private error: string | null = null;
  private over = false;

  constructor(
    private readonly body: Body,
    private readonly outputs: Output[],
    private readonly close: () => { mutations: Mutation[]; keep: () => void },
  ) {
    this.go();
  }

  private go(): void {
    try {
      this.over = this.body.next().done === true;
    } catch (error) {
      this.over = true;
      this.error = (error as Error).message;
    }
  }

  /** To its end; its variables are there only if it ends well. */
  finish(): TinyEnd {
    while (!this.over) this.go();
    const { mutations, keep } = this.close();
    if (this.error === null) keep();
    return { outputs: this.outputs, mutations, error: this.error };
  }

  /** Where it is. */
  stop(): TinyEnd {
    return { outputs: this.outputs, mutations: this.close().mutations, error: null };
  }
}

import type { AnyNode, CallExpression, Program } from 'acorn';
import { walk } from './children';
import { parse } from './parse';
import { callsTraining } from './trains';

/** What code sets, by the name that a reader gives it, with every value in the order of the text. */
export type CodeSetting = { name: string; values: readonly string[] };

/** What is known of names from elsewhere, such as the positions of controls. */
type Known = ReadonlyMap<string, string>;

/** The arguments of `tf.train`'s optimizers that stand by their place. */
const OPTIMIZERS: Readonly<Record<string, readonly string[]>> = {
  sgd: ['learningRate'],
  momentum: ['learningRate', 'momentum', 'useNesterov'],
  rmsprop: ['learningRate', 'decay', 'momentum', 'epsilon', 'centered'],
  adam: ['learningRate', 'beta1', 'beta2', 'epsilon'],
  adamax: ['learningRate', 'beta1', 'beta2', 'epsilon', 'decay'],
  adagrad: ['learningRate', 'initialAccumulatorValue'],
  adadelta: ['learningRate', 'rho', 'epsilon'],
};

const LAYER = /^(tf\.)?layers\.\w+$/;
const OPTIMIZER = new RegExp(`^(tf\\.)?train\\.(${Object.keys(OPTIMIZERS).join('|')})$`);
const PART = /^(tf\.)?(layers|regularizers|initializers|callbacks)\.\w+$/;
const TRAINING = /(^|\.)(fit|fitDataset|compile)$/;

/** Whether the options of a call are settings of a training. */
const isSetting = (path: string) =>
  [OPTIMIZER, PART, TRAINING].some((pattern) => pattern.test(path));

/** Options that say how something is called or shown, or what is handed on. */
const LEFT_OUT = new Set([
  'name',
  'callbacks',
  'verbose',
  'yieldEvery',
  'validationData',
  'layers',
]);

/** Longer expressions are no settings to be read in a table. */
const LONGEST = 32;

/**
 * The settings of a training in the text of a cell: the options of layers, optimizers, `compile` and `fit`, and the
 * constants of the top level that nothing of these uses. Nothing of code that can't be parsed.
 */
export function settingsIn(source: string, known: Known = new Map()): CodeSetting[] {
  try {
    const { code, program } = parse(source);
    return new Reader(code, program, known).read();
  } catch {
    return [];
  }
}

/** Whether a cell trains: it calls what does, or watches a loop that others wrote. Not for code that can't be parsed. */
export function trainsIn(source: string): boolean {
  try {
    const { program } = parse(source);
    let watches = false;
    walk(program, (node) => {
      watches ||= node.type === 'Identifier' && node.name === 'watch';
    });
    return watches || callsTraining(program);
  } catch {
    return false;
  }
}

class Reader {
  readonly #constants: Map<string, string>;
  readonly #used = new Set<string>();
  readonly #found = new Map<string, string[]>();

  constructor(
    private readonly code: string,
    private readonly program: Program,
    private readonly known: Known,
  ) {
    this.#constants = constantsOf(program, (node) => this.#literal(node));
  }

  read(): CodeSetting[] {
    walk(this.program, (node) => {
      if (node.type === 'CallExpression') this.#call(node);
    });
    for (const [name, value] of this.#constants) if (!this.#used.has(name)) this.#add(name, value);
    return [...this.#found].map(([name, values]) => ({ name, values }));
  }

  #call(call: CallExpression): void {
    const path = pathOf(call.callee);
    if (path === null || !isSetting(path)) return;
    const name = path.split('.').at(-1) ?? '';
    if (LAYER.test(path)) this.#add('layers', name);
    if (OPTIMIZER.test(path)) this.#optimizer(name, call);
    for (const argument of call.arguments) {
      if (argument.type === 'ObjectExpression') this.#options(argument);
    }
  }

  #optimizer(name: string, { arguments: given }: CallExpression): void {
    this.#add('optimizer', name);
    OPTIMIZERS[name]?.forEach((argument, i) => {
      const node = given[i];
      const value = node === undefined ? null : this.#value(node);
      if (value !== null) this.#add(argument, value);
    });
  }

  #options(options: Extract<AnyNode, { type: 'ObjectExpression' }>): void {
    for (const property of options.properties) {
      if (property.type !== 'Property' || property.key.type !== 'Identifier') continue;
      const { name } = property.key;
      const value = LEFT_OUT.has(name) ? null : this.#value(property.value);
      if (value !== null) this.#add(name, value);
    }
  }

  #add(name: string, value: string): void {
    this.#found.set(name, [...(this.#found.get(name) ?? []), value]);
  }

  /** What an expression gives, or its text where that is short; null for what is a setting by itself, or too long. */
  #value(node: AnyNode): string | null {
    const literal = this.#literal(node);
    if (literal !== null) return literal;
    if (node.type === 'Identifier') return this.#named(node.name);
    const path = node.type === 'CallExpression' ? pathOf(node.callee) : null;
    if (path !== null && isSetting(path)) return null;
    const isPart = node.type === 'ObjectExpression' || node.type === 'ArrayExpression';
    const text = this.code.slice(node.start, node.end).replace(/\s+/g, ' ').trim();
    return isPart || text.length > LONGEST ? null : text;
  }

  #named(name: string): string | null {
    const constant = this.#constants.get(name);
    if (constant !== undefined) this.#used.add(name);
    return constant ?? this.known.get(name) ?? null;
  }

  #literal(node: AnyNode): string | null {
    switch (node.type) {
      case 'Literal':
        return typeof node.value === 'object' ? null : String(node.value);
      case 'UnaryExpression': {
        const value = node.operator === '-' ? this.#literal(node.argument) : null;
        return value === null ? null : `-${value}`;
      }
      case 'ArrayExpression': {
        const values = node.elements.map((element) => element && this.#literal(element));
        const isShort = values.length <= 6 && values.every((value) => value !== null);
        return isShort ? `[${values.join(', ')}]` : null;
      }
      default:
        return null;
    }
  }
}

/** `const epochs = 30` of the top level, by name. */
function constantsOf(
  program: Program,
  literal: (node: AnyNode) => string | null,
): Map<string, string> {
  const declarations = program.body.flatMap((node) =>
    node.type === 'VariableDeclaration' && node.kind === 'const' ? node.declarations : [],
  );
  return new Map(
    declarations.flatMap(({ id, init }) => {
      const value = id.type === 'Identifier' && init ? literal(init) : null;
      return id.type === 'Identifier' && value !== null && value.length <= LONGEST
        ? [[id.name, value] as const]
        : [];
    }),
  );
}

/** `tf.layers.dense`, of the callee of `tf.layers.dense(…)`; what is called on something nameless begins with a dot. */
function pathOf(callee: AnyNode): string | null {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression' || callee.computed) return null;
  if (callee.property.type !== 'Identifier') return null;
  return `${pathOf(callee.object) ?? ''}.${callee.property.name}`;
}

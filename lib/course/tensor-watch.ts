import * as tf from './tf';

/**
 * What every tensor goes through as it comes, is assigned to, leaves a scope, and goes. They are not part of
 * TensorFlow.js's public types, but are what all backends and `tf.variable` use in 4.22; `tf.memory()` only has totals,
 * and scopes do not see tensors made between two awaits.
 */
type Engine = {
  /** Undefined until there was a first scope. */
  state: { activeScope?: object | null };
  nextTensorId(): number;
  trackTensor(tensor: tf.Tensor, backend: unknown): void;
  disposeTensor(tensor: tf.Tensor): void;
  endScope(result?: tf.TensorContainer): void;
  keep(tensor: tf.Tensor): tf.Tensor;
  makeVariable(...values: unknown[]): tf.Variable;
};

/** What a run did to tensors and to models. */
export type TensorWatch = {
  /** By id: the tensors that were made and are not disposed, and the variables that were assigned to. */
  readonly alive: ReadonlyMap<number, tf.Tensor>;
  /** By id: the tensors of before that were disposed. */
  readonly gone: ReadonlyMap<number, tf.Tensor>;
  /** The models that were compiled or got another layer, and the layers that were frozen or freed. */
  readonly changed: ReadonlySet<object>;
  /** Made in this run, and not before. */
  isNew(tensor: tf.Tensor): boolean;
  /**
   * The stacks, innermost call first, in which to look for where the tensor came from, the nearer one first: its own,
   * and where a training was started that was under way, which the tensor's own does not always reach. Empty where
   * nothing was noted.
   */
  stacksOf(tensor: tf.Tensor): string[];
  /** Nothing that happens from here on counts. */
  end(): void;
};

type Notes = {
  first: number;
  alive: Map<number, tf.Tensor>;
  gone: Map<number, tf.Tensor>;
  changed: Set<object>;
  stacks: Map<number, Error[]>;
  /** Where the trainings were started that are under way. */
  trainings: Set<Error>;
  /** How many tensors have outlived their scopes. */
  outlived: number;
};

/**
 * Of so many tensors that outlive their scopes the stack is kept, and of one in so many after them: it costs 7 µs, within a training more.
 * Of variables, which are few, it is always kept.
 */
const ALL_STACKS = 64;
const ONE_IN = 128;
/** Kept here: reader code may put another in its place. */
const Trace = Error;

/** Of the present run; null between runs. */
let present: Notes | null = null;
let isHooked = false;

/** Watches from here on. There is one watch at a time; a second one replaces the first. */
export function watchTensors(): TensorWatch {
  if (!isHooked) hook();
  isHooked = true;
  const notes: Notes = {
    first: engineOf().nextTensorId(),
    alive: new Map(),
    gone: new Map(),
    changed: new Set(),
    stacks: new Map(),
    trainings: new Set(),
    outlived: 0,
  };
  present = notes;
  return {
    ...notes,
    isNew: ({ id }) => id >= notes.first,
    stacksOf: ({ id }) => (notes.stacks.get(id) ?? []).flatMap(textOf),
    end() {
      if (present === notes) present = null;
    },
  };
}

const engineOf = () => tf.engine() as unknown as Engine;

/** Puts our eyes before the library's own methods; they cost some nanoseconds a tensor. */
function hook(): void {
  hookTensors(engineOf());
  hookScopes(engineOf());
  hookModels();
}

function hookTensors(engine: Engine): void {
  const { trackTensor, disposeTensor } = engine;
  engine.trackTensor = function (this: Engine, tensor, backend) {
    if (present !== null) {
      present.alive.set(tensor.id, tensor);
      // A variable that is assigned to is disposed and tracked again.
      if (tensor.id < present.first) present.gone.delete(tensor.id);
      else if (!this.state.activeScope) noteStack(tensor, present);
    }
    trackTensor.call(this, tensor, backend);
  };
  engine.disposeTensor = function (this: Engine, tensor) {
    if (present !== null) {
      present.alive.delete(tensor.id);
      if (tensor.id < present.first) present.gone.set(tensor.id, tensor);
    }
    disposeTensor.call(this, tensor);
  };
}

/** What is made within a scope (every operation has one) mostly ends with it; only what comes out of the last can leak. */
function hookScopes(engine: Engine): void {
  const { endScope, keep, makeVariable } = engine;
  engine.endScope = function (this: Engine, result) {
    endScope.call(this, result);
    if (present === null || this.state.activeScope) return;
    if (result instanceof tf.Tensor) return noteStack(result, present);
    for (const tensor of tf.tensor_util.getTensorsInContainer(result!)) noteStack(tensor, present);
  };
  engine.keep = function (this: Engine, tensor) {
    if (present !== null) noteStack(tensor, present);
    return keep.call(this, tensor);
  };
  engine.makeVariable = function (this: Engine, ...values) {
    const variable = makeVariable.apply(this, values);
    present?.stacks.set(variable.id, traces(present));
    return variable;
  };
}

function noteStack({ id }: tf.Tensor, notes: Notes): void {
  if (id < notes.first || notes.stacks.has(id)) return;
  notes.outlived += 1;
  // A multiplicative hash: one in so many, but at no fixed distance, which a loop's own period might just miss.
  const isPicked = Math.imul(notes.outlived, 0x9e3779b1) >>> 0 < 2 ** 32 / ONE_IN;
  if (notes.outlived <= ALL_STACKS || isPicked) notes.stacks.set(id, traces(notes));
}

const traces = ({ trainings }: Notes) => [new Trace(), ...[...trainings].slice(-1)];

/** Trainings, and the ways to change a model other than through its weights. */
function hookModels(): void {
  noteTraining('fit');
  noteTraining('fitDataset');
  markCalls(tf.LayersModel.prototype, 'compile');
  markCalls(tf.Sequential.prototype, 'add');
  markCalls(tf.Sequential.prototype, 'pop');
  for (
    let owner: object = tf.LayersModel.prototype;
    owner !== Object.prototype;
    owner = Object.getPrototypeOf(owner) as object
  ) {
    markWrites(owner, 'trainable');
    markWrites(owner, 'optimizer');
  }
}

function noteTraining(name: 'fit' | 'fitDataset'): void {
  type Method = (...values: unknown[]) => Promise<unknown>;
  const owner = tf.LayersModel.prototype as unknown as Record<typeof name, Method>;
  const method = owner[name];
  owner[name] = async function (this: object, ...values) {
    const trainings = present?.trainings;
    const trace = new Trace();
    trainings?.add(trace);
    try {
      return await method.apply(this, values);
    } finally {
      trainings?.delete(trace);
    }
  };
}

function markCalls<K extends string>(owner: Record<K, unknown>, name: K): void {
  const method = owner[name] as (...values: unknown[]) => unknown;
  owner[name] = function (this: object, ...values: unknown[]) {
    present?.changed.add(this);
    return method.apply(this, values);
  };
}

function markWrites(owner: object, name: string): void {
  const accessor = Object.getOwnPropertyDescriptor(owner, name);
  if (accessor?.set === undefined) return;
  const { set } = accessor;
  Object.defineProperty(owner, name, {
    ...accessor,
    set(this: object, value: unknown) {
      present?.changed.add(this);
      set.call(this, value);
    },
  });
}

/** Reader code may have changed how stacks are written. */
function textOf(error: Error): string[] {
  try {
    const stack: unknown = error.stack;
    return typeof stack === 'string' ? [stack] : [];
  } catch {
    return [];
  }
}

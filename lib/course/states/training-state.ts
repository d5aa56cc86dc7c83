import { readValues, type TensorValues } from '../read-values';
import { allSoon, mapSoon, type Soon } from '../soon';
import * as tf from '../tf';

type Saved = { shape: number[]; dtype: tf.DataType; values: TensorValues };

/** What an optimizer keeps for one variable, under the name that TensorFlow.js saves it by. */
type SavedSlot = { originalName: string; value: Saved };

/** A model and its optimizer as they were after some step, in the page's ordinary memory: on no device. */
export type TrainingState = {
  weights: readonly Saved[];
  /** The optimizer's class; its settings, such as the learning rate, are the code's and are not kept. */
  optimizer: string;
  iterations: number | undefined;
  /** Its variables that are no slots, such as Adam's powers of beta, by the member that holds them. */
  scalars: ReadonlyMap<string, Saved>;
  slots: ReadonlyMap<string, readonly SavedSlot[]>;
  bytes: number;
};

type Slot = { originalName: string; variable: tf.Variable };
type Members = Record<string, unknown> & { iterations_?: number };

/** Copies the state as it is now. */
export function readState(model: tf.LayersModel): Soon<TrainingState> {
  const { optimizer } = model;
  const members = membersOf(optimizer);
  const scalars = [...members].filter(([, member]) => member instanceof tf.Variable);
  const lists = [...members].filter(([, member]) => isSlots(member)) as [string, Slot[]][];
  const read = allSoon([
    allSoon(model.weights.map((weight) => save(weight.read()))),
    allSoon(scalars.map(([, variable]) => save(variable as tf.Variable))),
    allSoon(lists.flatMap(([, list]) => list.map(({ variable }) => save(variable)))),
  ]);
  const { iterations_ } = optimizer as unknown as Members;
  const names = lists.map(([key, list]) => ({
    key,
    names: list.map(({ originalName }) => originalName),
  }));
  return mapSoon(read, ([weights = [], numbers = [], values = []]) => {
    const rest = [...values];
    const slots = new Map(
      names.map(({ key, names: own }) => [
        key,
        own.map((originalName) => ({ originalName, value: rest.shift()! })),
      ]),
    );
    return {
      weights,
      optimizer: optimizer.getClassName(),
      iterations: iterations_,
      scalars: new Map(scalars.map(([key], i) => [key, numbers[i]!])),
      slots,
      bytes: bytesOf([...weights, ...numbers, ...values]),
    };
  });
}

/**
 * Puts a state into a model that has the same weights. Another optimizer than the one that it was read from begins
 * without memory.
 *
 * @returns whether the optimizer got its memory back
 * @throws {Error} when the model has other weights
 */
export function writeState(model: tf.LayersModel, state: TrainingState): boolean {
  const weights = model.weights.map((weight) => weight.read() as tf.Variable);
  const fits =
    weights.length === state.weights.length &&
    weights.every((weight, i) => tf.util.arraysEqual(weight.shape, state.weights[i]!.shape));
  if (!fits) throw new Error(otherModel(weights, state));
  return tf.tidy(() => {
    weights.forEach((weight, i) => weight.assign(tensorOf(state.weights[i]!)));
    return writeOptimizer(model.optimizer, state);
  });
}

function writeOptimizer(optimizer: tf.Optimizer, state: TrainingState): boolean {
  if (optimizer.getClassName() !== state.optimizer) return false;
  const members = optimizer as unknown as Members;
  for (const [key, value] of state.scalars) {
    const member = members[key];
    if (member instanceof tf.Variable) member.assign(tensorOf(value));
  }
  for (const [key, member] of membersOf(optimizer)) {
    if (!isSlots(member) || state.slots.has(key)) continue;
    tf.dispose(member.map(({ variable }) => variable));
    members[key] = [];
  }
  for (const [key, saved] of state.slots) {
    const present = isSlots(members[key]) ? members[key] : [];
    members[key] = saved.map(({ originalName, value }, i) => {
      const kept = present[i];
      if (kept === undefined)
        return { originalName, variable: tf.variable(tensorOf(value), false) };
      kept.variable.assign(tensorOf(value));
      return kept;
    });
  }
  if (state.iterations !== undefined) members.iterations_ = state.iterations;
  return true;
}

const membersOf = (optimizer: object) => Object.entries(optimizer) as [string, unknown][];

/** TensorFlow.js's optimizers hold what they keep for each variable in lists of `{ originalName, variable }`. */
function isSlots(member: unknown): member is Slot[] {
  return (
    Array.isArray(member) &&
    member.length > 0 &&
    member.every((item: Partial<Slot> | null) => item?.variable instanceof tf.Variable)
  );
}

const save = (tensor: tf.Tensor): Soon<Saved> =>
  mapSoon(readValues(tensor), (values) => ({
    shape: [...tensor.shape],
    dtype: tensor.dtype,
    values,
  }));

const tensorOf = ({ values, shape, dtype }: Saved) => tf.tensor(values, shape, dtype);

const bytesOf = (saved: readonly Saved[]) =>
  saved.reduce((sum, { values }) => sum + 4 * values.length, 0);

function otherModel(weights: readonly tf.Variable[], { weights: saved }: TrainingState): string {
  const shapes = (list: readonly { shape: readonly number[] }[]) =>
    list.map(({ shape }) => `[${shape.join(', ')}]`).join(' ') || 'none';
  return (
    `Training can't go on from there: the model now has weights of the shapes ${shapes(weights)}, ` +
    `but then it had ${shapes(saved)}. Press Run to train the new one from its beginning.`
  );
}

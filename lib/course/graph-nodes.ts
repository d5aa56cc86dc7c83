import * as tf from './tf';
import type { TapeStep } from './trace-tape';

/** A node of a graph with its numbers still on the device; `null` where no gradient passes. */
export type Draft = {
  name: string;
  op: string;
  shape: number[];
  tensor: tf.Tensor;
  gradient: tf.Tensor | null;
  inputs: { node: number; flow: tf.Tensor | null }[];
};

type Named = Readonly<Record<string, tf.Tensor>>;

/** Operations that hand on the same numbers, in another shape or type at most; they are no nodes of their own. */
const PASSING = new Set(['Identity', 'Cast', 'Reshape', 'ExpandDims']);

/**
 * The nodes that lead to the last of the named steps, in the order in which they were computed, what goes in first.
 * @throws {Error} for what can't be drawn.
 */
export function graphNodes(steps: readonly TapeStep[], leaves: Named, named: Named): Draft[] {
  const result = Object.values(named).at(-1)!;
  if (result.size !== 1) {
    throw new TypeError(
      `show.graph: the result has to be one number, but has the shape [${result.shape.join(', ')}]. Take its sum or its mean.`,
    );
  }
  const used = leadingTo(steps, result);
  const back = goBack(used, leaves, result);
  const drafts: Draft[] = [];
  const at = new Map<number, number>();
  const add = (draft: Draft) => {
    at.set(draft.tensor.id, drafts.length);
    drafts.push(draft);
  };
  const gradient = (tensor: tf.Tensor) => back.gradients.get(tensor.id) ?? null;
  const leaf = (name: string, tensor: tf.Tensor) =>
    add({ name, op: '', shape: tensor.shape, tensor, gradient: gradient(tensor), inputs: [] });
  const read = new Set(used.flatMap(({ inputs }) => inputs.map(({ tensor }) => tensor.id)));
  for (const [name, tensor] of Object.entries(leaves)) if (read.has(tensor.id)) leaf(name, tensor);
  for (const step of used) {
    const output = step.outputs[0]!;
    for (const { tensor } of step.inputs) if (!at.has(tensor.id)) leaf('', tensor);
    const inputs = step.inputs.map(({ tensor }, k) => ({
      node: at.get(tensor.id)!,
      flow: back.flows.get(step)?.[k] ?? null,
    }));
    if (PASSING.has(step.op)) at.set(output.id, inputs[0]!.node);
    else add({ name: '', op: step.op, shape: output.shape, tensor: output, gradient: gradient(output), inputs }); // prettier-ignore
  }
  for (const [name, tensor] of Object.entries(named)) {
    const draft = drafts[at.get(tensor.id) ?? -1];
    if (draft?.name === '') draft.name = name;
  }
  if (drafts.length > 0) return drafts;
  throw new TypeError(
    'show.graph: the result does not come from operations of tf on what goes in, so there is nothing to draw.',
  );
}

function leadingTo(steps: readonly TapeStep[], result: tf.Tensor): TapeStep[] {
  const wanted = new Set([result.id]);
  const used: TapeStep[] = [];
  for (const step of [...steps].reverse()) {
    if (!step.outputs.some(({ id }) => wanted.has(id))) continue;
    if (step.outputs.length > 1) {
      throw new Error(
        `show.graph draws operations with one result, but ${step.op} has ${step.outputs.length}. Write this part without it.`,
      );
    }
    for (const { tensor } of step.inputs) wanted.add(tensor.id);
    used.push(step);
  }
  return used.reverse();
}

type Back = { gradients: Map<number, tf.Tensor>; flows: Map<TapeStep, (tf.Tensor | null)[]> };

/** The backward pass: TensorFlow.js's own derivative of each operation, last one first, added up where paths meet. */
function goBack(steps: readonly TapeStep[], leaves: Named, result: tf.Tensor): Back {
  const active = dependingOn(steps, leaves);
  const gradients = new Map<number, tf.Tensor>();
  const flows: Back['flows'] = new Map();
  if (active.has(result.id)) gradients.set(result.id, tf.onesLike(result));
  for (const step of [...steps].reverse()) {
    const gradient = gradients.get(step.outputs[0]!.id);
    if (gradient === undefined) continue;
    if (step.back === null) {
      throw new Error(
        `show.graph: TensorFlow.js has no gradient of ${step.op}, so there is no way back.`,
      );
    }
    const backs = step.back([gradient]);
    const along = step.inputs.map(({ name, tensor }) => {
      if (!active.has(tensor.id)) return null;
      const flow = backs[name]!();
      const before = gradients.get(tensor.id);
      gradients.set(tensor.id, before ? tf.add(before, flow) : flow);
      return flow;
    });
    flows.set(step, along);
  }
  return { gradients, flows };
}

/** What goes in, and all that comes of it; the rest is constant. */
function dependingOn(steps: readonly TapeStep[], leaves: Named): Set<number> {
  const active = new Set(Object.values(leaves).map(({ id }) => id));
  for (const { inputs, outputs } of steps) {
    if (inputs.some(({ tensor }) => active.has(tensor.id))) {
      for (const { id } of outputs) active.add(id);
    }
  }
  return active;
}

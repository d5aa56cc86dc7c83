import type { FrameData } from '@/lib/protocol';
import { LIMITS } from '@/lib/protocol';
import { checkCount, checkLength } from './check-size';
import { graphNodes, type Draft } from './graph-nodes';
import { readFloats } from './read-values';
import * as tf from './tf';
import { withTape } from './trace-tape';
import type { GraphFunction, GraphInputs } from './types/show-graph';

type GraphData = FrameData['graph'];

/** As in the protocol: numbers of a node that are sent, and nodes that are drawn. */
const MOST_NUMBERS = 64;
const MOST_NODES = 60;

/**
 * A computation as the data of a figure, with TensorFlow.js's own values and gradients.
 * @throws {TypeError} if it is not one, or its result is not one number.
 */
export function graphData<Inputs extends GraphInputs>(
  compute: GraphFunction<Inputs>,
  inputs: Inputs,
): Promise<GraphData> {
  if (typeof compute !== 'function' || typeof inputs !== 'object' || inputs === null) {
    throw new TypeError(
      'show.graph needs a function and what goes into it, as show.graph(({ x }) => x.square(), { x: 3 }).',
    );
  }
  return read(traced(compute, inputs));
}

async function read(drafts: readonly Draft[]): Promise<GraphData> {
  try {
    return { nodes: await Promise.all(drafts.map(readNode)) };
  } finally {
    tf.dispose(drafts.flatMap(tensorsOf));
  }
}

/** The nodes, with tensors that are the caller's to dispose of. */
function traced<Inputs extends GraphInputs>(
  compute: GraphFunction<Inputs>,
  inputs: Inputs,
): Draft[] {
  let drafts: Draft[] = [];
  tf.tidy(() => {
    const leaves = Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [name, leafOf(name, value)]),
    );
    withTape(
      () => namedSteps(compute(leaves as never)),
      (named, steps) => {
        const nodes = graphNodes(steps, leaves, named);
        const remedy = 'Draw a smaller part of it.';
        checkCount('show.graph', {
          count: nodes.length,
          things: 'nodes',
          most: MOST_NODES,
          remedy,
        });
        drafts = nodes.map(kept);
      },
    );
  });
  return drafts;
}

function leafOf(name: string, value: unknown): tf.Tensor {
  checkLength('show.graph: a name', name, LIMITS.name);
  // A copy, so that each name is a tensor of its own.
  if (value instanceof tf.Tensor) return tf.cast(value, 'float32').clone();
  const isList = Array.isArray(value) && value.length > 0;
  if (typeof value === 'number' || isList) return tf.tensor(value as number, undefined, 'float32');
  throw new TypeError(
    `show.graph: “${name}” has to be a number, a list of numbers or a tensor, but is ${String(value)}.`,
  );
}

function namedSteps(given: unknown): Record<string, tf.Tensor> {
  if (given instanceof tf.Tensor) return { result: given };
  const steps = typeof given === 'object' && given !== null ? Object.entries(given) : [];
  if (steps.length > 0 && steps.every(([, step]) => step instanceof tf.Tensor)) {
    for (const [name] of steps) checkLength('show.graph: a name', name, LIMITS.name);
    return Object.fromEntries(steps) as Record<string, tf.Tensor>;
  }
  throw new TypeError(
    'show.graph: the function has to give its result as a tensor, or several steps by name, as { z, loss }, the result last. Write it with operations of tf, and without await.',
  );
}

/** Copies that outlive the tape, of no more numbers than are sent. */
function kept(draft: Draft): Draft {
  const keep = (tensor: tf.Tensor) => {
    const flat = tf.cast(tf.reshape(tensor, [tensor.size]), 'float32');
    return tf.keep(tf.slice1d(flat as tf.Tensor1D, 0, Math.min(MOST_NUMBERS, tensor.size)));
  };
  return {
    ...draft,
    shape: draft.tensor.shape,
    tensor: keep(draft.tensor),
    gradient: draft.gradient && keep(draft.gradient),
    inputs: draft.inputs.map(({ node, flow }) => ({ node, flow: flow && keep(flow) })),
  };
}

const tensorsOf = ({ tensor, gradient, inputs }: Draft) =>
  [tensor, gradient, ...inputs.map(({ flow }) => flow)].filter((one) => one !== null);

async function readNode(draft: Draft): Promise<GraphData['nodes'][number]> {
  const read = async (tensor: tf.Tensor | null) =>
    tensor ? await readFloats(tensor) : new Float32Array(0);
  return {
    name: draft.name,
    op: draft.op,
    shape: draft.shape,
    values: await read(draft.tensor),
    gradient: await read(draft.gradient),
    inputs: await Promise.all(
      draft.inputs.map(async ({ node, flow }) => ({ node, flow: await read(flow) })),
    ),
  };
}

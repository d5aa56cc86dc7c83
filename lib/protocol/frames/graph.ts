import { float32, isCount, listOf, shape, text, type Check } from '../check';
import { isName } from '../guard-text';
import { LIMITS } from '../limits';

/** A computation as it went, in the order in which it was done: each node reads only nodes before it; the last is the result. */
export type GraphData = { nodes: GraphNode[] };

/** Numbers are row-major; of large tensors the first `GRAPH_NUMBERS` alone. */
export type GraphNode = {
  /** The reader's word for it; empty where there is none. */
  name: string;
  /** The operation that made it, as TensorFlow.js calls its kernel; empty for what goes in. */
  op: string;
  shape: number[];
  values: Float32Array;
  /** Of the result by this node; empty for what is constant. */
  gradient: Float32Array;
  inputs: GraphInput[];
};

/** `flow` is what comes back along this edge: the gradient of the result by the input, through this node alone. */
export type GraphInput = { node: number; flow: Float32Array };

export const GRAPH_NUMBERS = 64;
export const GRAPH_NODES = 60;

const isGraphInput = shape<GraphInput>({ node: isCount, flow: float32 });

const isGraphNode = shape<GraphNode>({
  name: isName,
  op: text(LIMITS.key),
  shape: listOf(isCount, LIMITS.rank),
  values: float32,
  gradient: float32,
  inputs: listOf(isGraphInput, GRAPH_NODES),
});

const graphShape = shape<GraphData>({ nodes: listOf(isGraphNode, GRAPH_NODES) });

export const isGraphData: Check<GraphData> = (value): value is GraphData =>
  graphShape(value) &&
  value.nodes.length > 0 &&
  value.nodes.every(({ inputs }, at) => inputs.every(({ node }) => node < at));

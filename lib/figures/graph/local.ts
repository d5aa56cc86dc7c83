import { isScalar } from './names';
import type { GraphData } from './stages';

/** The derivative of a node by its `k`-th input, where both are single numbers and a gradient reaches the node. */
export function localOf({ nodes }: GraphData, at: number, k: number): number | null {
  const node = nodes[at]!;
  const input = node.inputs[k]!;
  const [flow, gradient] = [input.flow[0], node.gradient[0]];
  if (!isScalar(node) || !isScalar(nodes[input.node]!)) return null;
  if (flow === undefined || gradient === undefined || gradient === 0) return null;
  return flow / gradient;
}

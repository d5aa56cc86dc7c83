import type { Node, Trace, Value } from './trace';

/** The nodes that the loss, the metrics, the gradients or an assignment come from, in order. */
export function neededNodes({ nodes, results, gradients, assigned }: Trace): Node[] {
  const needed = new Set<Value>();
  for (const use of [
    ...results,
    ...gradients.map(({ gradient }) => gradient),
    ...assigned.map(({ to }) => to),
  ]) {
    if (use !== null) needed.add(use.value);
  }
  const kept: Node[] = [];
  for (const node of [...nodes].reverse()) {
    if (!node.outputs.some(({ value }) => needed.has(value))) continue;
    for (const use of node.inputs) if (use !== null) needed.add(use.value);
    kept.push(node);
  }
  return kept.reverse();
}

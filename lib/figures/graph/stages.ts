import type { FrameData } from '@/lib/protocol';
import { numberOf, type Settings } from '../setting';

export type GraphData = FrameData['graph'];
export type GraphNode = GraphData['nodes'][number];

/** What happens in one stage: an operation is done, or the gradient of a node is complete. Stage 0 has only what goes in. */
export type Happening = { way: 'forward' | 'backward'; node: number } | null;

/** The nodes in the order in which a walk forward, then backward, comes to them. */
export type Walk = { forward: number[]; backward: number[]; last: number };

export function walkOf({ nodes }: GraphData): Walk {
  const indices = nodes.map((_, i) => i);
  const forward = indices.filter((i) => nodes[i]!.op !== '');
  // Every reader of a node comes after it, so from the end each is complete when its turn comes.
  const backward = indices.filter((i) => nodes[i]!.gradient.length > 0).reverse();
  return { forward, backward, last: forward.length + backward.length };
}

/** Where the reader has left the walk; at its end if nowhere. */
export function stageOf(data: GraphData, settings: Settings): number {
  const { last } = walkOf(data);
  return Math.round(numberOf(settings, 'stage', last, [0, last]));
}

export function happeningAt(data: GraphData, stage: number): Happening {
  const { forward, backward } = walkOf(data);
  if (stage === 0) return null;
  if (stage <= forward.length) return { way: 'forward', node: forward[stage - 1]! };
  return { way: 'backward', node: backward[stage - forward.length - 1]! };
}

/** Which values and which gradients are there at a stage, by node. */
export function filledAt(
  data: GraphData,
  stage: number,
): { value: boolean[]; gradient: boolean[] } {
  const { forward, backward } = walkOf(data);
  const value = data.nodes.map(({ op }) => op === '');
  const gradient = data.nodes.map(() => false);
  for (const node of forward.slice(0, stage)) value[node] = true;
  for (const node of backward.slice(0, Math.max(0, stage - forward.length))) gradient[node] = true;
  return { value, gradient };
}

/** The nodes that read this one, and what comes back from each. */
export function readersOf(
  { nodes }: GraphData,
  node: number,
): { node: number; flow: Float32Array }[] {
  return nodes.flatMap(({ inputs }, reader) =>
    inputs.filter((input) => input.node === node).map(({ flow }) => ({ node: reader, flow })),
  );
}

import type { AnyNode } from 'acorn';

/** Text from `start` to `end` of the code without types gives way to `text`. */
export type Change = { start: number; end: number; text: string };

/** The changes that one kind of mutant has for one node; `code` is what the node's places are offsets of. */
export type Mutator = (node: AnyNode, code: string) => Change[];

/** What stands at a node. */
export function textAt(node: { start: number; end: number }, code: string): string {
  return code.slice(node.start, node.end);
}

/** The code after a change. */
export function applied({ start, end, text }: Change, code: string): string {
  return code.slice(0, start) + text + code.slice(end);
}

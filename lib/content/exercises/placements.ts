import { ContentError } from '../content-error';
import { descend, placeOf, type MarkdownNode } from '../markdown-node';
import { attributeOf } from './attribute';

/** Where a lesson has an exercise. */
export type Placement = { id: string; line: number };

const FORM = '<Exercise id="…" /> stands on a line of its own, with nothing before or after it,';

/** The exercises of a lesson, in order of its text. Throws `ContentError`. */
export function extractPlacements(tree: MarkdownNode, file: string): Placement[] {
  const placements = new Map<string, Placement>();
  for (const { node, parent } of descend(tree)) {
    if (node.name !== 'Exercise') continue;
    const fail = (reason: string) => {
      throw new ContentError(file, placeOf(node), reason);
    };
    if (node.type !== 'mdxJsxFlowElement' || parent?.type !== 'root')
      fail(`${FORM} and in no list and no other component.`);
    if (node.children?.length) fail('<Exercise id="…" /> holds nothing: close it with />.');
    const id = attributeOf(node, 'id') ?? '';
    const { line } = placeOf(node);
    const first = placements.get(id);
    if (first)
      fail(`exercise "${id}" is placed on line ${first.line} already. Remove one of the two.`);
    placements.set(id, { id, line });
  }
  return [...placements.values()];
}

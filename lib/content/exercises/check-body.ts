import { ContentError } from '../content-error';
import { descend, isElement, placeOf, type MarkdownNode } from '../markdown-node';
import type { Parts } from './parts';

/** What a lesson may hold and an exercise, which stands inside a lesson, may not. Throws `ContentError`. */
export function checkBody(tree: MarkdownNode, file: string): void {
  for (const { node } of descend(tree)) {
    const reason = REFUSED[node.type];
    if (reason) throw new ContentError(file, placeOf(node), reason);
  }
}

const NOTE = 'an exercise has no footnotes. Write the source into the text, as a link.';
const REFUSED: Readonly<Record<string, string>> = {
  heading:
    'an exercise has no headings, because it stands inside a lesson. Its title is `title` in the front matter; set a word in **bold** instead.',
  footnoteReference: NOTE,
  footnoteDefinition: NOTE,
};

const PARTS = ['Hint', 'Choice', 'Answer', 'Wrong'];

/** Throws `ContentError` where a part stands inside something, where it would be taken for text. */
export function checkPlaces(tree: MarkdownNode, { elements }: Parts, file: string): void {
  const taken = new Set(Object.values(elements).flat());
  for (const { node, parent } of descend(tree)) {
    if (isElement(node) && PARTS.includes(node.name ?? '') && !taken.has(node)) {
      const reason = `<${node.name}> must stand on lines of its own, with no text beside it, and inside nothing else.`;
      throw new ContentError(file, placeOf(node), reason);
    }
    if (node.type === 'code' && node.meta?.trim() && parent?.type !== 'root') {
      const reason = `the fence \`\`\`${node.lang} ${node.meta} must not be inside anything else. Code that is only shown has nothing after its language.`;
      throw new ContentError(file, placeOf(node), reason);
    }
  }
}

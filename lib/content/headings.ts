import { ContentError } from './content-error';
import { descend, placeOf, textOf, type MarkdownNode } from './markdown-node';
import { curlQuotes } from './typography';

/** A section's heading; `id` is its anchor. */
export type Heading = { id: string; text: string; depth: 2 | 3 | 4 };

/** Lower case, hyphens between words, nothing else; `section` when no letter or digit is left. */
function slugify(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words?.join('-') ?? 'section';
}

function unique(slug: string, taken: Set<string>): string {
  let id = slug;
  for (let n = 2; taken.has(id); n += 1) id = `${slug}-${n}`;
  taken.add(id);
  return id;
}

/** The headings in document order; each heading's node gets its id too. Throws `ContentError`. */
export function extractHeadings(tree: MarkdownNode, file: string): Heading[] {
  const taken = new Set<string>();
  const headings: Heading[] = [];
  for (const { node } of descend(tree)) {
    if (node.type !== 'heading') continue;
    const depth = node.depth;
    if (depth !== 2 && depth !== 3 && depth !== 4) {
      throw new ContentError(
        file,
        placeOf(node),
        'headings go from ## to ####; the title is # already.',
      );
    }
    const text = textOf(node);
    const id = unique(slugify(text), taken);
    node.data = { ...node.data, hProperties: { ...node.data?.hProperties, id } };
    headings.push({ id, text: curlQuotes(text, ''), depth });
  }
  return headings;
}

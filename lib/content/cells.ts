import type { CellSpec } from '@/lib/kernel/state';
import { ContentError } from './content-error';
import { didYouMean } from './did-you-mean';
import { fenceAttributes } from './fence-attributes';
import { descend, placeOf, type MarkdownNode } from './markdown-node';

/** A cell as its author wrote it. `draws` says what its figures will show; empty for none. */
export type AuthoredCell = CellSpec & { draws: string };

const ID = /^[a-z][a-z0-9-]*$/;
const KNOWN = ['cell', 'title', 'draws', 'automatic'];
const AUTOMATIC = new Map([
  ['yes', true],
  ['no', false],
]);

function fail(file: string, node: MarkdownNode, reason: string): never {
  throw new ContentError(file, placeOf(node), reason);
}

/** The cell of a fence, or null for one that only shows code. Throws `ContentError`. */
export function cellOf(node: MarkdownNode, file: string): AuthoredCell | null {
  if (node.type !== 'code' || !/(^|\s)cell\b/.test(node.meta ?? '')) return null;
  const attributes = fenceAttributes(node.meta ?? '');
  if (!attributes?.has('cell')) {
    fail(
      file,
      node,
      `write a cell as \`\`\`ts cell="id" title="…", not \`\`\`${node.lang} ${node.meta}`,
    );
  }
  const id = attributes.get('cell')!;
  const unknown = [...attributes.keys()].find((name) => !KNOWN.includes(name));
  if (unknown)
    fail(
      file,
      node,
      `cell "${id}" has an unknown attribute "${unknown}".${didYouMean(unknown, KNOWN)} Known: ${KNOWN.join(', ')}.`,
    );
  if (!ID.test(id))
    fail(file, node, `cell id "${id}" must be lower-case letters, digits and hyphens.`);
  if (node.lang !== 'ts')
    fail(file, node, `cell "${id}" must be a fence of language ts, not ${node.lang}.`);
  const title = attributes.get('title')?.trim();
  if (!title) fail(file, node, `cell "${id}" has no title. Add title="…" after its id.`);
  if (!node.value?.trim()) fail(file, node, `cell "${id}" is empty.`);
  const draws = attributes.get('draws')?.trim() ?? '';
  return { id, title, code: node.value, draws, ...automaticOf(id, attributes, node, file) };
}

function automaticOf(
  id: string,
  attributes: ReadonlyMap<string, string>,
  node: MarkdownNode,
  file: string,
): Pick<CellSpec, 'automatic'> {
  const word = attributes.get('automatic');
  if (word === undefined) return {};
  const automatic = AUTOMATIC.get(word);
  if (automatic !== undefined) return { automatic };
  return fail(file, node, `cell "${id}": automatic is "yes" or "no", not "${word}".`);
}

/** The cells of a lesson in document order. Throws `ContentError`. */
export function extractCells(tree: MarkdownNode, file: string): AuthoredCell[] {
  const cells: AuthoredCell[] = [];
  const lines = new Map<string, number>();
  for (const { node, parent } of descend(tree)) {
    const cell = cellOf(node, file);
    if (!cell) continue;
    if (parent?.type !== 'root')
      fail(file, node, `cell "${cell.id}" must not be inside anything else.`);
    const first = lines.get(cell.id);
    if (first) fail(file, node, `a cell with the id "${cell.id}" is on line ${first} already.`);
    lines.set(cell.id, placeOf(node).line);
    cells.push(cell);
  }
  return cells;
}

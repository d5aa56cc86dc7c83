import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast';
import { isTangled } from './is-tangled';
import { parseMarkdown } from './parse-markdown';
import { element, type Piece, type Tag } from './piece';
import { leavesPage, ownPicture, safeLink } from './safe-address';

/** What the rest of the text says of a part of it. */
type Context = {
  /** The whole of it, as it was written. */
  text: string;
  /** Sets the names of this text's notes apart from those of other texts on the page. */
  prefix: string;
  definitions: ReadonlyMap<string, Definition>;
  notes: ReadonlyMap<string, FootnoteDefinition>;
  /** The notes that were referred to so far, in that order. */
  used: string[];
};

/**
 * A text in Markdown as pieces to draw. HTML in it stays text; an address that could do harm is no link; a text that
 * would stop the page stands as it was written. `prefix`: unique on the page.
 */
export function markdownPieces(text: string, prefix: string): Piece[] {
  return isTangled(text) ? asWritten(text) : laidOut(text, prefix);
}

const TANGLED =
  'This text is too tangled to be laid out, so it is shown as it was written. Blank lines and less nesting make it readable.';

function asWritten(text: string): Piece[] {
  return [element('p', [TANGLED]), element('pre', [element('code', [text])])];
}

function laidOut(text: string, prefix: string): Piece[] {
  const root = parseMarkdown(text);
  const context: Context = { text, prefix, ...collected(root), used: [] };
  const pieces = all(root.children, context);
  const notes = footnotes(context);
  return notes === null ? pieces : [...pieces, notes];
}

function collected(root: Root): Pick<Context, 'definitions' | 'notes'> {
  const definitions = new Map<string, Definition>();
  const notes = new Map<string, FootnoteDefinition>();
  const walk = (node: Nodes): void => {
    // The first of two with one name counts, as in CommonMark.
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node);
    }
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier)) {
      notes.set(node.identifier, node);
    }
    if ('children' in node) node.children.forEach(walk);
  };
  walk(root);
  return { definitions, notes };
}

function all(nodes: readonly Nodes[], context: Context): Piece[] {
  return nodes.flatMap((node) => pieceOf(node, context) ?? []);
}

/** Null for what is not drawn where it stands. */
function pieceOf(node: Nodes, context: Context): Piece | Piece[] | null {
  const wrap = (tag: Tag, children: readonly Nodes[]) => element(tag, all(children, context));
  switch (node.type) {
    case 'text':
    case 'html':
      return node.value;
    case 'paragraph':
      return paragraph(node, context);
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'blockquote':
      return wrap(TAGS[node.type], node.children);
    case 'heading':
      return wrap(HEADINGS[node.depth - 1] ?? 'h6', node.children);
    case 'inlineCode':
      return element('code', [node.value]);
    case 'code':
      return element('pre', [element('code', [node.value])]);
    case 'break':
      return element('br', []);
    case 'thematicBreak':
      return element('hr', []);
    case 'math':
      return { kind: 'formula', tex: node.value, display: true };
    case 'inlineMath':
      return { kind: 'formula', tex: node.value, display: false };
    case 'list':
    case 'table':
      return node.type === 'list' ? list(node, context) : table(node, context);
    case 'link':
      return link(node.url, node.title, all(node.children, context));
    case 'linkReference': {
      const definition = context.definitions.get(node.identifier);
      return link(definition?.url ?? '', definition?.title, all(node.children, context));
    }
    case 'image':
      return picture(node.url, node.alt);
    case 'imageReference':
      return picture(context.definitions.get(node.identifier)?.url ?? '', node.alt);
    case 'footnoteReference':
      return noteReference(node.identifier, context);
    default:
      return null;
  }
}

const TAGS = {
  emphasis: 'em',
  strong: 'strong',
  delete: 'del',
  blockquote: 'blockquote',
} as const;

/** One level below the notebook's title, which is the page's. */
const HEADINGS = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;

type NodeOf<Type> = Extract<Nodes, { type: Type }>;

/** A formula between two dollar signs each stands by itself, as in Jupyter, though it is written within a line. */
function paragraph({ children }: NodeOf<'paragraph'>, context: Context): Piece[] {
  const pieces: Piece[] = [];
  let words: Piece[] = [];
  const endWords = () => {
    if (words.some((word) => typeof word !== 'string' || word.trim() !== '')) {
      pieces.push(element('p', words));
    }
    words = [];
  };
  for (const child of children) {
    if (child.type === 'inlineMath' && standsAlone(child, context)) {
      endWords();
      pieces.push({ kind: 'formula', tex: child.value, display: true });
    } else words.push(...all([child], context));
  }
  endWords();
  return pieces;
}

function standsAlone({ position }: NodeOf<'inlineMath'>, { text }: Context): boolean {
  return position?.start.offset !== undefined && text.startsWith('$$', position.start.offset);
}

function list({ ordered, start, spread, children }: NodeOf<'list'>, context: Context): Piece {
  const loose = spread === true || children.some((item) => item.spread === true);
  const items = children.map((item) => listItem(item, loose, context));
  if (!ordered) return element('ul', items);
  return element(
    'ol',
    items,
    start === null || start === undefined || start === 1 ? {} : { start: `${start}` },
  );
}

/** Where no item has blank lines around it, paragraphs are drawn without their own space. */
function listItem(
  { checked, children }: NodeOf<'listItem'>,
  loose: boolean,
  context: Context,
): Piece {
  const content = children.flatMap((child) =>
    child.type === 'paragraph' && !loose
      ? paragraph(child, context).flatMap(withoutSpace)
      : (pieceOf(child, context) ?? []),
  );
  if (checked === null || checked === undefined) return element('li', content);
  const label = checked ? 'done' : 'to do';
  const box = element('input', [], {
    type: 'checkbox',
    checked,
    disabled: true,
    'aria-label': label,
  });
  return element('li', [box, ' ', ...content]);
}

function withoutSpace(piece: Piece): readonly Piece[] {
  return typeof piece !== 'string' && piece.kind === 'element' && piece.tag === 'p'
    ? piece.children
    : [piece];
}

function table({ align, children: [head, ...body] }: NodeOf<'table'>, context: Context): Piece {
  const row = (tag: 'th' | 'td', cells: NodeOf<'tableRow'> | undefined) =>
    element(
      'tr',
      (cells?.children ?? []).map((cell, at) => {
        const side = align?.[at];
        return element(tag, all(cell.children, context), side ? { align: side } : {});
      }),
    );
  return element('table', [
    element('thead', [row('th', head)]),
    element(
      'tbody',
      body.map((cells) => row('td', cells)),
    ),
  ]);
}

function link(address: string, title: string | null | undefined, words: Piece[]): Piece | Piece[] {
  const href = safeLink(address);
  if (href === null || address === '') return words;
  return element('a', words, {
    href,
    ...(title ? { title } : {}),
    // Leaving would end the notebook's run, and the other page gets no hold of this one.
    ...(leavesPage(href) ? { target: '_blank', rel: 'noopener noreferrer' } : {}),
  });
}

function picture(address: string, alt: string | null | undefined): Piece | Piece[] {
  const src = ownPicture(address);
  if (src !== null) return element('img', [], { src, alt: alt ?? '' });
  return link(address, null, [`Picture: ${alt || address.slice(0, 80)}`]);
}

function noteReference(identifier: string, context: Context): Piece | null {
  if (!context.notes.has(identifier)) return null;
  if (!context.used.includes(identifier)) context.used.push(identifier);
  const number = `${context.used.indexOf(identifier) + 1}`;
  const label = `Note ${number}`;
  return element('sup', [
    element('a', [number], { href: `#${noteId(context, number)}`, 'aria-label': label }),
  ]);
}

/** The notes that the text refers to, in that order; a note may refer to further ones. */
function footnotes(context: Context): Piece | null {
  const items: Piece[] = [];
  for (let at = 0; at < context.used.length; at++) {
    const note = context.notes.get(context.used[at]!);
    items.push(
      element('li', all(note?.children ?? [], context), { id: noteId(context, `${at + 1}`) }),
    );
  }
  return items.length === 0
    ? null
    : element('section', [element('ol', items)], { 'aria-label': 'Notes' });
}

function noteId({ prefix }: Context, number: string): string {
  return `${prefix}-note-${number}`;
}

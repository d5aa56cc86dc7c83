/** An MDX attribute: `name="text"` has a string, `name` null, `name={…}` an expression. */
export type MarkdownAttribute = {
  type: string;
  name?: string;
  value?: string | null | { value: string; data?: { estree?: unknown } };
};

/** A node of a Markdown or MDX tree, as loosely as the checks and transforms here need it. */
export type MarkdownNode = {
  type: string;
  children?: MarkdownNode[];
  value?: string;
  /** Of an MDX element. */
  name?: string | null;
  attributes?: MarkdownAttribute[];
  /** Of a fence: the language, and what follows it on the line. */
  lang?: string | null;
  meta?: string | null;
  /** Of a heading. */
  depth?: number;
  /** Of a footnote, and of a reference to it. */
  identifier?: string;
  /** Of an image or link. */
  url?: string;
  alt?: string | null;
  title?: string | null;
  /** `offset` counts characters from the start of the document. */
  position?: { start: Place & { offset?: number }; end?: { offset?: number } };
  data?: { estree?: unknown; hProperties?: Record<string, unknown> };
};

export type Place = { line: number; column: number };

/** Where a node begins in its file. */
export function placeOf(node: MarkdownNode): Place {
  return node.position?.start ?? { line: 1, column: 1 };
}

/** All nodes below and with `node`, in document order, each with its parent. */
export function* descend(
  node: MarkdownNode,
  parent: MarkdownNode | null = null,
): Generator<{ node: MarkdownNode; parent: MarkdownNode | null }> {
  yield { node, parent };
  for (const child of node.children ?? []) yield* descend(child, node);
}

/** The plain text of a node; formulas stand as their TeX. */
export function textOf(node: MarkdownNode): string {
  if (node.value !== undefined) return node.value;
  return (node.children ?? []).map(textOf).join('');
}

export function isElement(node: MarkdownNode): boolean {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** Turns `node` into the MDX element `<name …attributes>` in place, at block level or within text. */
export function becomeElement(
  node: MarkdownNode,
  name: string,
  attributes: Record<string, string>,
  { children = [], inline = false }: { children?: MarkdownNode[]; inline?: boolean } = {},
): void {
  node.type = inline ? 'mdxJsxTextElement' : 'mdxJsxFlowElement';
  node.name = name;
  node.attributes = Object.entries(attributes).map(([key, value]) => ({
    type: 'mdxJsxAttribute',
    name: key,
    value,
  }));
  node.children = children;
  delete node.value;
  delete node.data;
}

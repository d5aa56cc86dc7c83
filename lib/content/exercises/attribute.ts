import type { MarkdownNode } from '../markdown-node';

/** The text of an element's attribute: empty for one without a value, null for one that isn't there. */
export function attributeOf(node: MarkdownNode, name: string): string | null {
  const found = node.attributes?.find((attribute) => attribute.name === name);
  if (found === undefined) return null;
  const { value } = found;
  return typeof value === 'string' ? value : (value?.value ?? '');
}

import { isElement, type MarkdownNode } from './markdown-node';

/**
 * What MDX does after parsing, for nodes that were parsed apart: a paragraph of nothing but elements becomes these,
 * at block level, and what an author wrote as an element is marked as such. Changes the nodes.
 */
export function unravel(nodes: readonly MarkdownNode[]): MarkdownNode[] {
  return nodes.flatMap((node) => {
    if (node.children) node.children = unravel(node.children);
    if (isElement(node)) node.data = { ...node.data, _mdxExplicitJsx: true } as typeof node.data;
    return isOnlyElements(node) ? blocksOf(node) : [node];
  });
}

function isOnlyElements({ type, children = [] }: MarkdownNode): boolean {
  return (
    type === 'paragraph' &&
    children.some(isElement) &&
    children.every((child) => isElement(child) || isExpression(child) || isSpace(child))
  );
}

const isExpression = ({ type }: MarkdownNode) => type === 'mdxTextExpression';
const isSpace = ({ type, value = '' }: MarkdownNode) => type === 'text' && value.trim() === '';

function blocksOf({ children = [] }: MarkdownNode): MarkdownNode[] {
  return children
    .filter((child) => !isSpace(child))
    .map((child) => ({
      ...child,
      type: isElement(child) ? 'mdxJsxFlowElement' : 'mdxFlowExpression',
    }));
}

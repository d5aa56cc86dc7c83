type Expression = {
  type: string;
  body?: Expression[];
  expression?: Expression;
  argument?: Expression;
  elements?: (Expression | null)[];
  expressions?: Expression[];
};

/** Whether a parsed `{…}` is a comment or plain data, so that nothing in it can fail when a page is rendered. */
export function isPlainData(estree: unknown): boolean {
  const node = estree as Expression | null | undefined;
  switch (node?.type) {
    case 'Program':
      return (node.body ?? []).every(isPlainData);
    case 'ExpressionStatement':
      return isPlainData(node.expression);
    case 'UnaryExpression':
      return isPlainData(node.argument);
    case 'ArrayExpression':
      return (node.elements ?? []).every(isPlainData);
    case 'TemplateLiteral':
      return node.expressions?.length === 0;
    default:
      return node?.type === 'Literal';
  }
}

/** `class Name` or `name(parameters)`, without the body. */
export function functionText(value: object & { name?: string }): string {
  const source = sourceOf(value);
  if (source.startsWith('class')) return value.name ? `class ${value.name}` : 'class';
  const parameters = /^(?:async\s*)?(?:function\s*\*?\s*)?[\w$]*\s*\(([^()]*)\)/.exec(source)?.[1];
  const list = parameters === undefined ? '…' : parameters.replace(/\s+/g, ' ').trim();
  return `${value.name || 'function'}(${list})`;
}

function sourceOf(value: object): string {
  try {
    return Function.prototype.toString.call(value);
  } catch {
    return '';
  }
}

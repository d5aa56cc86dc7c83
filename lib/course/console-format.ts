/** A piece of a console line: text as it is, or a value to look into. */
export type Part = { text: string } | { value: unknown };

/**
 * The pieces of a console call, with the specifiers of its first argument filled in:
 * `%s %d %i %f %j %%` as text, `%o %O` as values, `%c` (a style) as nothing.
 * Source: Console Standard, 2.2.1 Formatter, https://console.spec.whatwg.org/#formatter.
 */
export function formatParts(values: readonly unknown[]): Part[] {
  const [first, ...others] = values;
  if (typeof first !== 'string' || others.length === 0) return values.map(plainPart);
  const parts: Part[] = [];
  let text = '';
  const pieces = first.split(/(%[sdifjoOc%])/);
  for (const piece of pieces) {
    const filled = fill(piece, others);
    if (typeof filled === 'string') text += filled;
    else {
      if (text !== '') parts.push({ text });
      parts.push(filled);
      text = '';
    }
  }
  if (text !== '') parts.push({ text });
  return [...parts, ...others.map(plainPart)];
}

/** Takes from `values` what the specifier needs; a specifier without a value stays as it is. */
function fill(piece: string, values: unknown[]): string | Part {
  if (piece === '%%') return '%';
  if (!/^%[sdifjoOc]$/.test(piece) || values.length === 0) return piece;
  const value = values.shift();
  switch (piece) {
    case '%c':
      return '';
    case '%d':
    case '%i':
      return String(typeof value === 'bigint' ? value : Math.trunc(toNumber(value)));
    case '%f':
      return String(toNumber(value));
    case '%j':
      return toJson(value);
    case '%s':
      return isObject(value) ? { value } : String(value);
    default:
      return { value };
  }
}

function plainPart(value: unknown): Part {
  return typeof value === 'string' ? { text: value } : { value };
}

function toNumber(value: unknown): number {
  return typeof value === 'symbol' || isObject(value) ? NaN : parseFloat(String(value));
}

function toJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return 'a value that JSON can’t hold';
  }
}

/** Functions too: turning one into text runs the reader's own code. */
function isObject(value: unknown): boolean {
  return typeof value === 'function' || (typeof value === 'object' && value !== null);
}

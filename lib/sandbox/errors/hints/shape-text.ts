/*
 * Shapes as TensorFlow.js writes them into its messages: "2,3", "[2,3]", and ",3", "[,3]" or "[null,3]" where a size
 * is left open.
 */

const parts = (text: string) => text.replace(/[[\]\s]/g, '').split(',');

/** "2,3" to "[2, 3]", ",8" to "[any, 8]"; the empty text to "[]", the shape of a scalar. */
export function shape(text: string): string {
  const sizes = parts(text);
  if (sizes.length === 1 && sizes[0] === '') return '[]';
  return `[${sizes.map((part) => (part === '' || part === 'null' ? 'any' : part)).join(', ')}]`;
}

/** The number of values in this shape; NaN where a size is left open. */
export function size(text: string): number {
  return parts(text).reduce((product, part) => product * Number(part), 1);
}

export function rank(text: string): number {
  const sizes = parts(text);
  return sizes.length === 1 && sizes[0] === '' ? 0 : sizes.length;
}

/** "[[null,3],[null,4]]" to "[any, 3] and [any, 4]". */
export function shapes(text: string): string {
  return text
    .slice(1, -1)
    .split(/(?<=\]),(?=\[)/)
    .map(shape)
    .join(' and ');
}

/** "3 dimensions", "1 dimension". */
export const dimensions = (count: string | number) =>
  `${count} dimension${Number(count) === 1 ? '' : 's'}`;

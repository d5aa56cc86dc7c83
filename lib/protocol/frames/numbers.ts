/** How many numbers a frame's data carries in typed arrays, which is nearly all that it costs to keep; at least 1. */
export function numbersIn(data: object): number {
  return Math.max(1, count(data));
}

function count(data: unknown): number {
  if (typeof data !== 'object' || data === null) return 0;
  if (ArrayBuffer.isView(data)) return (data as Float32Array).length;
  return Object.values(data).reduce<number>((sum, value) => sum + count(value), 0);
}

/**
 * Which element of a batch of shape `from` each element of the batch of shape `to` takes, where `from` is broadcast to
 * `to`: for [2, 1] to [2, 3] it is 0, 0, 0, 1, 1, 1.
 */
export function batchIndices(from: number[], to: number[]): number[] {
  let indices = [0];
  let stride = 1;
  // Innermost axis first: what is known so far is repeated along each further one.
  for (let axis = 1; axis <= to.length; axis++) {
    const size = to[to.length - axis]!;
    const own = from[from.length - axis] ?? 1;
    const step = own === 1 ? 0 : stride;
    indices = Array.from({ length: size }, (_, i) =>
      indices.map((index) => i * step + index),
    ).flat();
    stride *= own;
  }
  return indices;
}

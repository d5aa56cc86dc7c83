/**
 * Examples and answers of a work as plain numbers, for libraries that make none themselves. Inputs are standard normal
 * (Box and Muller, 1958), the answers as in `time-fit.mjs`. What they are does not change what a step costs.
 * @param {import('./works.mjs').Work} work
 * @returns {{ x: Float32Array, y: Float32Array }} `y`: one number an example; for one of ten, its index
 */
export function randomExamples({ input, rows, target }) {
  const size = input.reduce((product, side) => product * side, 1);
  const x = Float32Array.from({ length: rows * size }, normal);
  const y = Float32Array.from({ length: rows }, (_, row) => {
    if (target === 'one of ten') return Math.floor(Math.random() * 10);
    const values = x.subarray(row * size, (row + 1) * size);
    const mean = values.reduce((sum, value) => sum + value, 0) / size;
    if (target === 'a number') return mean;
    if (mean > 0) return 1;
    return target === 'yes or no' ? 0 : -1;
  });
  return { x, y };
}

export const normal = () =>
  Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());

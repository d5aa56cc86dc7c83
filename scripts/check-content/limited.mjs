/**
 * The same function, of which at most so many calls are under way; the others wait in line.
 * @template {unknown[]} A
 * @template R
 * @param {number} atOnce
 * @param {(...args: A) => Promise<R>} work
 * @returns {(...args: A) => Promise<R>}
 */
export function limited(atOnce, work) {
  const waiting = [];
  let free = atOnce;
  return async (...args) => {
    if (free > 0) free -= 1;
    else await new Promise((resolve) => waiting.push(resolve));
    try {
      return await work(...args);
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}

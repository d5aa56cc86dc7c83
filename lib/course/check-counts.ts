/** How many examples of each part there are if not said, and at most. */
export type Counts<Part extends string> = Readonly<Record<Part, { usual: number; most: number }>>;

/**
 * How many examples of each part a reader asks for.
 * @param caller for errors, e.g. `data.mnist`
 * @throws {TypeError} for an option that there is not
 * @throws {RangeError} for what is no such number
 */
export function checkCounts<Part extends string>(
  caller: string,
  counts: Counts<Part>,
  asked: unknown = {},
): Record<Part, number> {
  const parts = Object.keys(counts) as Part[];
  if (typeof asked !== 'object' || asked === null) {
    throw new TypeError(
      `${caller} takes its options as an object, as in ${caller}({ ${parts[0]}: 100 }), but got ${String(asked)}.`,
    );
  }
  for (const name of Object.keys(asked)) {
    if (Object.hasOwn(counts, name)) continue;
    throw new TypeError(`${caller} has no option “${name}”. Its options: ${parts.join(', ')}.`);
  }
  const count = (part: Part) => {
    const value: unknown = (asked as Record<Part, unknown>)[part] ?? counts[part].usual;
    return checkCount(`${caller}: ${part}`, value, counts[part].most);
  };
  return Object.fromEntries(parts.map((part) => [part, count(part)])) as Record<Part, number>;
}

function checkCount(what: string, value: unknown, most: number): number {
  const isCount = typeof value === 'number' && Number.isInteger(value) && value >= 0;
  if (isCount && value <= most) return value;
  const limit = most.toLocaleString('en');
  throw new RangeError(
    `${what} is how many images you want, a whole number from 0 to ${limit}, but got ${String(value)}.`,
  );
}

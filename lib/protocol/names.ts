/** Letters, digits, `-` and `_`, as Jupyter's cell ids have them, but never a leading `_`. */
const CELL_ID = /^[A-Za-z0-9][\w-]{0,63}$/;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * A cell's id from outside the page. Names that every object has (`constructor`) are refused: cells are
 * looked up by id.
 */
export function isCellId(value: unknown): value is string {
  return typeof value === 'string' && CELL_ID.test(value) && !(value in Object.prototype);
}

/** The name of a lesson in its address, e.g. "neural-networks". */
export function isSlug(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 100 && SLUG.test(value);
}

/** A lesson's seed, as front matter has it. */
export function isSeed(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31;
}

/**
 * A name that the reader gave, as text.
 * @param what whose it is, to begin a sentence with, e.g. "The title of a figure"
 * @throws {RangeError} if it is longer than `most` characters.
 */
export function checkLength(what: string, given: unknown, most: number): string {
  const text = String(given);
  if (text.length <= most) return text;
  throw new RangeError(
    `${what} has ${text.length} characters, but ${most} are the most that can be shown. Make it shorter.`,
  );
}

/**
 * @param count how many `things` there are; also as a product, like "2 x 3", with its value in `total`
 * @param remedy a sentence that says what to do
 * @throws {RangeError} if there are more than `most`.
 */
export function checkCount(
  caller: string,
  { count, things, most, remedy, total = Number(count) }: Count,
): void {
  if (total <= most) return;
  throw new RangeError(
    `${caller}: ${count} ${things} are too many to show; ${most} are the most. ${remedy}`,
  );
}

type Count = {
  count: number | string;
  things: string;
  most: number;
  remedy: string;
  total?: number;
};

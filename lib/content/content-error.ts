/** Where in a document something is wrong: a field of its front matter, or a 1-based place in its text. */
export type ContentPlace =
  { field: string; line?: number } | { line: number; column?: number } | null;

function placeText(place: ContentPlace): string {
  if (place === null) return '';
  const line = place.line === undefined ? '' : `:${place.line}`;
  if ('field' in place) return `${line}, front matter, "${place.field}"`;
  return place.column === undefined ? line : `${line}:${place.column}`;
}

/** Invalid content, as one sentence that names file, place and reason. It ends the build. */
export class ContentError extends Error {
  override readonly name = 'ContentError';

  constructor(
    readonly file: string,
    readonly place: ContentPlace,
    readonly reason: string,
  ) {
    super(`${file}${placeText(place)}: ${reason}`);
  }
}

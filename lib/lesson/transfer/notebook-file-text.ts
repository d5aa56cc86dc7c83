import { IMPORT_LIMITS } from '@/lib/export';

/** A character has four bytes at most: of what is longer, reading so much is enough to see it. */
const MOST_BYTES = IMPORT_LIMITS.characters * 4 + 4;

/** The text of a notebook file, as `fromNotebook` takes it, or more of it than that takes. */
export function notebookFileText(file: Blob): Promise<string> {
  return file.slice(0, MOST_BYTES).text();
}

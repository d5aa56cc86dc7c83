/** A file that can't be imported. The message is a sentence that says what is wrong and where. */
export class ImportError extends Error {
  override name = 'ImportError';
}

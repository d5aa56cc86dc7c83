/** A link that can't be read, or a document that can't be put into one. The message is a sentence for the reader. */
export class ShareError extends Error {
  override name = 'ShareError';
}

/** Of a link that says what no link of ours says. `what` completes "This link is damaged: …". */
export function damaged(what: string): ShareError {
  return new ShareError(`This link is damaged: ${what}. Ask for it again.`);
}

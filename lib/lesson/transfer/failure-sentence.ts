/** Why something could not be done: the words of errors that are made for readers, and a sentence around any other. */
export function failureSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/[.!?]$/.test(message)) return message;
  return `That did not work${message === '' ? '' : `: ${message}`}. Try again; your code stays on the page.`;
}

/** Offers a blob to the reader as a file. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken the address by the next task; a minute is ample for slow ones.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** "weights-epoch-40.png" from a title and a step. */
export function fileName(parts: readonly string[], extension: string): string {
  const words = parts
    .join(' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? ['figure'];
  return `${words.join('-').slice(0, 80)}.${extension}`;
}

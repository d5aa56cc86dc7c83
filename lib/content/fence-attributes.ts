const ATTRIBUTE = /\s*([a-zA-Z][\w-]*)="([^"]*)"/y;

/** Reads `cell="train" title="Train it"`; null when the text has any other form. */
export function fenceAttributes(meta: string): Map<string, string> | null {
  const attributes = new Map<string, string>();
  ATTRIBUTE.lastIndex = 0;
  let end = 0;
  for (let match = ATTRIBUTE.exec(meta); match; match = ATTRIBUTE.exec(meta)) {
    const name = match[1]!;
    if (attributes.has(name)) return null;
    attributes.set(name, match[2]!);
    end = ATTRIBUTE.lastIndex;
  }
  return meta.slice(end).trim() === '' ? attributes : null;
}

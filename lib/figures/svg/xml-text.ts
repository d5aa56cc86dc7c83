const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an element or a quoted attribute. XML knows no control characters, so those are left out. */
export function xmlText(text: string): string {
  return [...text]
    .filter((sign) => sign >= ' ')
    .join('')
    .replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
}

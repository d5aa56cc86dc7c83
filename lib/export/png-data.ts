/** The first bytes of every PNG (RFC 2083, section 3.1): six of its eight, which base64 writes as 8 characters. */
const SIGNATURE = 'iVBORw0K';
const ADDRESS = 'data:image/png;base64,';

/** The base64 of a picture, or null for what is not one: only this reaches a file. */
export function pngData(png: string | null): string | null {
  if (png === null) return null;
  const data = png.startsWith(ADDRESS) ? png.slice(ADDRESS.length) : png;
  return data.startsWith(SIGNATURE) && /^[A-Za-z0-9+/]+={0,2}$/.test(data) ? data : null;
}

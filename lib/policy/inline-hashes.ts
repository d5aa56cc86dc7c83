/** `sha256-…` of each inline script and style element of a page. */
export type PageHashes = { scripts: readonly string[]; styles: readonly string[] };

/** By prerendered route; written by `scripts/setup/inline-hashes.mjs`. */
export type InlineHashes = Readonly<Record<string, PageHashes>>;

const NOT_FOUND = '/_not-found';
const NONE: PageHashes = { scripts: [], styles: [] };

/** The hashes for a path; a path that is no route is answered by the page for what is not found. */
export function hashesOf(pages: InlineHashes, path: string): PageHashes {
  return own(pages, trimSlash(path)) ?? own(pages, NOT_FOUND) ?? NONE;
}

function own(pages: InlineHashes, route: string): PageHashes | undefined {
  return Object.hasOwn(pages, route) ? pages[route] : undefined;
}

function trimSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

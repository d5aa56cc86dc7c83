/** For each prerendered route, the hashes of its inline scripts; written by `scripts/build.mjs`. */
export type InlineScripts = Readonly<Record<string, readonly string[]>>;

const NOT_FOUND = '/_not-found';

/** The hashes for a path; a path that is no route is answered by the page for what is not found. */
export function scriptHashes(scripts: InlineScripts, path: string): readonly string[] {
  return own(scripts, trimSlash(path)) ?? own(scripts, NOT_FOUND) ?? [];
}

function own(scripts: InlineScripts, route: string): readonly string[] | undefined {
  return Object.hasOwn(scripts, route) ? scripts[route] : undefined;
}

function trimSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

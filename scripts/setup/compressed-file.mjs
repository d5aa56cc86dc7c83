/** What the build has compressed ahead, and what each kind is. Everything else is compressed as it is sent. */
const TYPES = {
  bin: 'application/octet-stream',
  css: 'text/css; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
};

/** Names of which none leads out of its folder. */
const PATH = /^\/(?:_next\/static|sandbox|editor|recorded)(?:\/[\w~-][\w.~-]*)+\.(\w+)$/;

/**
 * What to send in place of a file, to a browser that reads Brotli; null where the build made nothing.
 * @param {string} path of the address
 * @param {string} accepted the value of `Accept-Encoding`
 * @param {(file: string) => boolean} exists for a path below the project's folder
 * @returns {{ path: string, type: string } | null}
 */
export function compressedFile(path, accepted, exists) {
  const type = TYPES[PATH.exec(path)?.[1] ?? ''];
  if (type === undefined || !readsBrotli(accepted) || !exists(`${placeOf(path)}.br`)) return null;
  return { path: `${path}.br`, type };
}

/** `br`, unless it is refused with a weight of nought. */
function readsBrotli(accepted) {
  const parts = accepted.split(',').map((part) => part.trim());
  return parts.some((part) => /^br\s*(?:;|$)/.test(part) && !/;\s*q=0(?:\.0*)?$/.test(part));
}

function placeOf(path) {
  return path.startsWith('/_next/') ? path.replace('/_next/', '.next/') : `public${path}`;
}

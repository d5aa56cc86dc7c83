import { type ContentPolicy, formatPolicy } from './content-policy';

export type SandboxPolicy = {
  /** Where the sandbox's files are, e.g. `http://127.0.0.1:3000/sandbox/`. An opaque origin has no `'self'`. */
  files: string;
  /** The origin of the pages that may embed the frame. */
  site: string;
  /** True on the site's own host: the policy itself then takes the origin away, whoever opens the file. */
  opaque: boolean;
  immutable: boolean;
};

/**
 * The headers of a file of the sandbox. Scripts carry the policy too: a worker that is started from an
 * address has the policy of its own response, not that of the frame.
 */
export function sandboxHeaders(sandbox: SandboxPolicy): Record<string, string> {
  return {
    'Content-Security-Policy': formatPolicy(sandboxPolicy(sandbox)),
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Access-Control-Allow-Origin': '*',
    // Not for an opaque origin: the browser would compare it with the page's own cluster, and complain.
    ...(sandbox.opaque ? {} : { 'Origin-Agent-Cluster': '?1' }),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
    'Cache-Control': sandbox.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}

function sandboxPolicy({ files, site, opaque }: SandboxPolicy): ContentPolicy {
  return {
    ...(opaque ? { sandbox: ['allow-scripts'] } : {}),
    'default-src': ["'none'"],
    // A cell's code comes in as a blob module; WebAssembly compiles, `eval` does not.
    'script-src': [files, 'blob:', "'wasm-unsafe-eval'"],
    // A cell's code again: what a worker imports is checked against this directive, not against `script-src`
    // (Chromium 156). An opaque origin also starts its worker from data or a blob.
    'worker-src': [files, 'blob:', ...(opaque ? ['data:'] : [])],
    'connect-src': [files],
    'img-src': ['data:', 'blob:'],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': [site],
  };
}

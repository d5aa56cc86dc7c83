import { type ContentPolicy, formatPolicy } from './content-policy';
import type { PageHashes } from './inline-hashes';

export type PagePolicy = {
  /** The page's own origin, for the development client's web socket. */
  origin: string;
  /** The address of the sandbox's frame, which is all that the page may embed. */
  frame: string;
  /** Of what is inline in this page. */
  hashes: PageHashes;
  /** Monaco writes style elements. */
  inlineStyles: boolean;
  development: boolean;
};

/** Headers that everything on the site's host carries: nothing of it may be embedded elsewhere. */
export const SITE_HEADERS = {
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
} as const;

/** The headers of a page. The policy names its inline scripts by hash, so pages can stay static. */
export function pageHeaders(page: PagePolicy): Record<string, string> {
  return {
    ...SITE_HEADERS,
    'Content-Security-Policy': formatPolicy(pagePolicy(page)),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
    'Permissions-Policy': 'microphone=(), geolocation=()',
  };
}

/** The headers of the editor's files. Its workers have the policy of their own response. */
export function editorHeaders(immutable: boolean): Record<string, string> {
  return {
    ...SITE_HEADERS,
    'Content-Security-Policy': formatPolicy({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'connect-src': ["'self'"],
    }),
    'Cache-Control': cacheControl(immutable),
  };
}

/** The headers of what was recorded: numbers, and drawings that may hold pictures of pixels in themselves. */
export function recordedHeaders(immutable: boolean): Record<string, string> {
  return {
    ...SITE_HEADERS,
    'Content-Security-Policy': formatPolicy({
      'default-src': ["'none'"],
      'style-src-attr': ["'unsafe-inline'"],
      'img-src': ['data:'],
    }),
    'Cache-Control': cacheControl(immutable),
  };
}

function cacheControl(immutable: boolean): string {
  return immutable ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function pagePolicy(page: PagePolicy): ContentPolicy {
  return {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...scriptSources(page)],
    'style-src': ["'self'", ...styleSources(page)],
    // KaTeX places its boxes by style attributes.
    'style-src-attr': ["'unsafe-inline'"],
    'font-src': ["'self'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'connect-src': ["'self'", ...(page.development ? [page.origin.replace(/^http/, 'ws')] : [])],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'frame-src': [page.frame],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  };
}

/**
 * In development Next writes inline scripts that change with every request, and React evaluates code
 * for its stack traces. A hash would switch `'unsafe-inline'` off, so there are none.
 */
function scriptSources(page: PagePolicy): string[] {
  if (page.development) return ["'unsafe-inline'", "'unsafe-eval'"];
  return page.hashes.scripts.map((hash) => `'${hash}'`);
}

/** A hash would switch `'unsafe-inline'` off here too. */
function styleSources(page: PagePolicy): string[] {
  if (page.inlineStyles) return ["'unsafe-inline'"];
  return page.hashes.styles.map((hash) => `'${hash}'`);
}

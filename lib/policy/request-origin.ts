import type { Settings } from './settings';

export type HeaderReader = { get(name: string): string | null };

// A name or an IPv4 address, or an IPv6 address in brackets, each with an optional port. Anything else
// would be copied into a header that other sources are read from.
const HOST = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/**
 * The origin at which a request arrived, in its canonical spelling, or null when its `Host` is none.
 * A configured origin keeps its own scheme, because TLS often ends before this server.
 */
export function requestOrigin(headers: HeaderReader, settings: Settings): string | null {
  const host = forwarded(headers, 'x-forwarded-host', settings) ?? headers.get('host') ?? '';
  if (!HOST.test(host)) return null;
  const scheme = forwarded(headers, 'x-forwarded-proto', settings) === 'https' ? 'https' : 'http';
  if (!URL.canParse(`${scheme}://${host}`)) return null;
  const origin = new URL(`${scheme}://${host}`).origin;
  const configured = [settings.siteOrigin, settings.sandboxOrigin].find((known) =>
    sameHost(known, host),
  );
  return configured ?? origin;
}

function forwarded(headers: HeaderReader, name: string, settings: Settings): string | null {
  if (!settings.trustProxy) return null;
  const first = headers.get(name)?.split(',')[0]?.trim() ?? '';
  return first === '' ? null : first;
}

/** Parsed with the known origin's scheme, so that a default port may be written or left out. */
function sameHost(origin: string, host: string): boolean {
  if (origin === '') return false;
  const { protocol } = new URL(origin);
  return URL.canParse(`${protocol}//${host}`) && new URL(`${protocol}//${host}`).origin === origin;
}

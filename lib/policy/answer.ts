import { isSandboxHost, sandboxPlace } from '@/lib/kernel/address';
import type { PageHashes } from './inline-hashes';
import { editorHeaders, pageHeaders, recordedHeaders, SITE_HEADERS } from './page-headers';
import { type HeaderReader, requestOrigin } from './request-origin';
import { sandboxHeaders } from './sandbox-headers';
import type { Settings } from './settings';

export type Incoming = { method: string; path: string; headers: HeaderReader };

/** What is known of the build. */
export type Files = {
  /** Whether `path` (from `/sandbox/`) is a file of the sandbox. */
  hasSandboxFile(path: string): boolean;
  /** The hashes of what is inline in the page at `path`. */
  hashesOf(path: string): PageHashes;
};

export type Answer =
  | { kind: 'pass'; headers: Record<string, string> }
  | { kind: 'refuse'; status: Refusal; text: string };

type Refusal = 400 | 404 | 405;

/** Decides what a request gets before Next sees it: a file or page with these headers, or a plain refusal. */
export function answer(incoming: Incoming, settings: Settings, files: Files): Answer {
  const origin = requestOrigin(incoming.headers, settings);
  if (origin === null) return refuse(400, 'The request does not name a host.');
  if (!['GET', 'HEAD'].includes(incoming.method)) {
    return refuse(405, 'Layerwise answers only GET and HEAD.');
  }
  return isSandboxHost(new URL(origin).host, settings.sandboxOrigin)
    ? onSandboxHost(origin, incoming, settings, files)
    : onSiteHost(origin, incoming, settings, files);
}

function onSandboxHost(
  origin: string,
  incoming: Incoming,
  settings: Settings,
  files: Files,
): Answer {
  const site = siteOf(origin, settings);
  if (isSandboxPath(incoming.path) && files.hasSandboxFile(incoming.path)) {
    return sandboxFile(origin, site, false, incoming.path);
  }
  return refuse(404, `This address serves only Layerwise's sandbox. Open ${site} instead.`);
}

function onSiteHost(origin: string, incoming: Incoming, settings: Settings, files: Files): Answer {
  const { path } = incoming;
  // A policy cannot name an IPv6 address, so the sandbox's files could not be allowed there.
  if (new URL(origin).hostname.startsWith('[')) {
    return refuse(
      404,
      `Layerwise needs an address with a name. Open ${localhost(origin)} instead.`,
    );
  }
  if (isSandboxPath(path)) {
    return files.hasSandboxFile(path)
      ? sandboxFile(origin, origin, true, path)
      : refuse(404, `The sandbox has no file ${path}.`);
  }
  if (path.startsWith('/editor/')) return { kind: 'pass', headers: editorHeaders(isHashed(path)) };
  if (path.startsWith('/recorded/')) {
    return { kind: 'pass', headers: recordedHeaders(isHashed(path)) };
  }
  if (path.startsWith('/_next/')) return { kind: 'pass', headers: { ...SITE_HEADERS } };
  return { kind: 'pass', headers: headersOfPage(origin, path, settings, files) };
}

function headersOfPage(origin: string, path: string, settings: Settings, files: Files) {
  return pageHeaders({
    origin,
    frame: sandboxPlace(origin, settings.sandboxOrigin).frame,
    hashes: settings.development ? { scripts: [], styles: [] } : files.hashesOf(path),
    inlineStyles: settings.development || hasEditor(path),
    development: settings.development,
  });
}

/** The pages with cells: lessons and notebooks. */
function hasEditor(path: string): boolean {
  return path.startsWith('/learn/') || /^\/notebook\/?$/.test(path);
}

function sandboxFile(origin: string, site: string, opaque: boolean, path: string): Answer {
  const policy = { files: `${origin}/sandbox/`, site, opaque, immutable: isHashed(path) };
  return { kind: 'pass', headers: sandboxHeaders(policy) };
}

/** The site whose sandbox is at `origin`. */
function siteOf(origin: string, settings: Settings): string {
  return settings.siteOrigin === '' ? localhost(origin) : settings.siteOrigin;
}

function localhost(origin: string): string {
  const url = new URL(origin);
  url.hostname = 'localhost';
  return url.origin;
}

function isSandboxPath(path: string): boolean {
  return path.startsWith('/sandbox/');
}

/** A name that carries a hash of the file's content: eight capitals and digits, or hexadecimal digits. */
function isHashed(path: string): boolean {
  return /[-.](?:[A-Z0-9]{8}|[0-9a-f]{8,64})\.[a-z0-9.]+$/.test(path);
}

function refuse(status: Refusal, text: string): Answer {
  return { kind: 'refuse', status, text };
}

import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { root } from '../setup/root.mjs';

const PAGE = '/check-content';
const SCRIPT = '/_next/check-content.js';
const TYPES = {
  '.bin': 'application/octet-stream',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
};
const SETTINGS = { sandboxOrigin: '', siteOrigin: '', trustProxy: false, development: false };

/**
 * Serves the harness and the built sandbox, as the site would: what a request gets is decided by the same code, only
 * that Next, and with it a build of all pages after each change of content, is not needed.
 * @param {typeof import('./tools')} tools
 * @param {string} script
 * @returns {Promise<{ page: string, end(): void }>}
 */
export async function serveHarness({ answer }, script) {
  const files = {
    hasSandboxFile: (path) => /^(?:\/[\w-][\w.-]*)+$/.test(path) && isFile(placeOf(path)),
    hashesOf: () => ({ scripts: [], styles: [] }),
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const headers = new Headers({ host: request.headers.host ?? '' });
    const result = answer(
      { method: request.method ?? '', path: pathname, headers },
      SETTINGS,
      files,
    );
    if (result.kind === 'refuse') return void response.writeHead(result.status).end(result.text);
    const body = bodyOf(pathname, script);
    if (body === null) return void response.writeHead(404, result.headers).end();
    const type = pathname === PAGE ? TYPES['.html'] : TYPES[extname(pathname)];
    response.writeHead(200, { ...result.headers, 'Content-Type': type ?? TYPES['.bin'] }).end(body);
  });
  // Both names of this machine: the page is at one, the sandbox at the other.
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    page: `http://localhost:${server.address().port}${PAGE}`,
    end() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function bodyOf(path, script) {
  if (path === PAGE) {
    return `<!doctype html><html lang="en"><title>Layerwise checks its content</title><body><script type="module" src="${SCRIPT}"></script></body></html>`;
  }
  if (path === SCRIPT) return script;
  return path.startsWith('/sandbox/') && existsSync(placeOf(path))
    ? readFileSync(placeOf(path))
    : null;
}

function placeOf(path) {
  return join(root, 'public', path);
}

function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

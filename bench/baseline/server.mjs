import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';

/**
 * Serves the files as the site's server serves the sandbox's: compressed when they are asked for, kept by the browser,
 * and isolated, so that WebAssembly has its threads in both.
 * @param {Map<string, { body: Buffer, type: string }>} files
 * @returns {Promise<{ origin: string, close(): void }>}
 */
export async function serveBaseline(files) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = files.get(path);
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    response
      .writeHead(200, { ...HEADERS, 'Cache-Control': cacheOf(path), 'Content-Type': file.type })
      .end(gzipSync(file.body));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    origin: `http://127.0.0.1:${port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const HEADERS = {
  'Content-Encoding': 'gzip',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

const cacheOf = (path) => (path === '/' ? 'no-cache' : 'public, max-age=31536000, immutable');

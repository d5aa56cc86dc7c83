// Serves the build on the port of its first argument, and the address of its second.
import compression from 'compression';
import next from 'next';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { constants } from 'node:zlib';
import { compressedFile } from './compressed-file.mjs';
import { root } from './root.mjs';

const [port, hostname] = process.argv.slice(2);
const app = next({ dev: false, dir: root, port: Number(port), hostname: hostname ?? 'localhost' });
const handle = app.getRequestHandler();
const exists = (file) => existsSync(join(root, file));
// Next's own knows gzip alone, which makes a lesson's page half again as large. Level 5 takes 10 ms for such a page.
const compress = compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } });

await app.prepare();
createServer((request, response) => {
  if (request.method === 'GET' || request.method === 'HEAD') sendCompressed(request, response);
  compress(request, response, () => void handle(request, response));
}).listen(Number(port), hostname);

/**
 * Asks for the file that the build compressed, where there is one. Next itself would compress anew for each request, and
 * less. Who may have what stays the business of proxy.ts, which sees the other name.
 */
function sendCompressed(request, response) {
  const [path = '', query] = request.url.split(/(?=\?)/);
  const file = compressedFile(path, String(request.headers['accept-encoding'] ?? ''), exists);
  if (file === null) return;
  request.url = file.path + (query ?? '');
  response.setHeader('Content-Type', file.type);
  response.setHeader('Content-Encoding', 'br');
  response.setHeader('Vary', 'Accept-Encoding');
  const { writeHead } = response;
  response.writeHead = (status, ...rest) => {
    // A refusal is plain text.
    if (status >= 400) response.removeHeader('Content-Encoding');
    return writeHead.call(response, status, ...rest);
  };
}

import { createSocket } from 'node:dgram';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export type Canary = {
  /** Its own origin, e.g. `http://localhost:40123`. */
  origin: string;
  /** What reached it: the path of each request, and `tcp` and `udp` for contacts of any kind. */
  heard: string[];
  close(): Promise<void>;
};

type Pages = Readonly<Record<string, string>>;

/** The greatest openness that headers can express, so that a request that does not arrive was stopped at its source. */
const OPEN = {
  'Access-Control-Allow-Methods': '*',
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Allow-Credentials': 'true',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Timing-Allow-Origin': '*',
};

/**
 * A server on a free port that notes whatever comes to it: requests, WebSocket handshakes, bare connections and
 * datagrams (WebTransport's). It can also serve `pages` (path to HTML), for tests that need a hostile site.
 */
export async function startCanary(pages: Pages = {}): Promise<Canary> {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(request.url ?? '');
    const page = pages[request.url ?? ''];
    response.writeHead(200, { ...openTo(request), 'Content-Type': typeOf(request, page) });
    response.end(page ?? bodyOf(request));
  });
  server.on('upgrade', (request: IncomingMessage, socket: Socket) => {
    heard.push(request.url ?? '');
    socket.destroy();
  });
  server.on('connection', () => heard.push('tcp'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const datagrams = createSocket('udp4', () => heard.push('udp'));
  await new Promise<void>((resolve) => datagrams.bind(port, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${port}`,
    heard,
    async close() {
      datagrams.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function openTo({ headers }: IncomingMessage): Record<string, string> {
  return { ...OPEN, 'Access-Control-Allow-Origin': headers.origin ?? '*' };
}

function typeOf({ url = '' }: IncomingMessage, page: string | undefined): string {
  if (page !== undefined) return 'text/html';
  return url.includes('events') ? 'text/event-stream' : 'text/javascript';
}

/** A module, a script and an event stream all accept it. */
const bodyOf = ({ url = '' }: IncomingMessage) => (url.includes('events') ? ': hello\n\n' : '1;');

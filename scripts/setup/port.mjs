import { createServer } from 'node:net';
import { SetupError } from './fail.mjs';

/**
 * @param {string | undefined} text the value of `PORT`
 * @param {number} fallback
 * @throws {SetupError} when it is not a port
 */
export function readPort(text, fallback) {
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new SetupError(`PORT is "${text}", which is not a port.`, 'Give a number from 1 to 65535.');
}

/**
 * @param {number} port
 * @param {string} remedy e.g. "PORT=3001 npm start"
 * @throws {SetupError} when something listens there, or may not
 */
export async function requireFreePort(port, remedy) {
  for (const host of ['::', '127.0.0.1']) {
    const code = await problemWith(port, host);
    if (code === 'EADDRINUSE') {
      throw new SetupError(
        `Port ${port} is taken by another program.`,
        `Choose another: ${remedy}`,
      );
    }
    if (code === 'EACCES') {
      throw new SetupError(
        `This user may not listen on port ${port}.`,
        `Choose another: ${remedy}`,
      );
    }
  }
}

/** A port that nothing listens on. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The code of the error that listening gives, or null. */
function problemWith(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', (error) => resolve(error.code ?? 'unknown'));
    server.listen({ port, host }, () => server.close(() => resolve(null)));
  });
}

import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError } from '../scripts/setup/fail.mjs';
import { startServer } from '../scripts/setup/serve.mjs';

/**
 * Serves the build for as long as it is measured.
 * @param {number} port
 * @returns {Promise<{ origin: string, end(): Promise<unknown> }>}
 * @throws {SetupError} when the server ends before it answers
 */
export async function startSite(port) {
  const { child, ended } = startServer(port);
  const origin = `http://localhost:${port}`;
  while (!(await answers(origin))) {
    if (child.exitCode !== null) {
      throw new SetupError(
        'The server of the site has ended; its message is above.',
        'Run `npm start` to see whether the site can be served at all.',
      );
    }
    await sleep(100);
  }
  return {
    origin,
    end() {
      child.kill();
      return ended;
    },
  };
}

async function answers(origin) {
  try {
    return (await fetch(origin)).ok;
  } catch {
    return false;
  }
}

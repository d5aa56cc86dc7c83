import { setTimeout as sleep } from 'node:timers/promises';
import { bin, isEnding, start } from './run.mjs';
import { registerServer } from './servers.mjs';

/**
 * Serves the build and says where; resolves when the server has ended.
 * @returns {Promise<number>} the exit code, 0 when it was asked to end
 */
export async function serve(port) {
  const host = process.env.HOST ? ['-H', process.env.HOST] : [];
  const server = start(
    process.execPath,
    [bin('next/dist/bin/next'), 'start', '-p', String(port), ...host],
    { NODE_ENV: 'production' },
  );
  registerServer(port);
  void announce(port, server.child);
  const code = await server.ended;
  return isEnding() ? 0 : code;
}

async function announce(port, child) {
  while (child.exitCode === null && !isEnding()) {
    if (await answers(port)) {
      console.log(`\nLayerwise is at http://localhost:${port}`);
      return;
    }
    await sleep(100);
  }
}

async function answers(port) {
  try {
    return (await fetch(`http://localhost:${port}/`)).ok;
  } catch {
    return false;
  }
}

import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './root.mjs';
import { isEnding, start } from './run.mjs';
import { registerServer } from './servers.mjs';

/**
 * Serves the build and says where; resolves when the server has ended.
 * @returns {Promise<number>} the exit code, 0 when it was asked to end
 */
export async function serve(port) {
  const server = startServer(port);
  void announce(port, server.child);
  const code = await server.ended;
  return isEnding() ? 0 : code;
}

/** Starts to serve the build, in a process of its own. */
export function startServer(port) {
  const host = process.env.HOST ? [process.env.HOST] : [];
  const server = start(
    process.execPath,
    [join(root, 'scripts', 'setup', 'server.mjs'), String(port), ...host],
    { NODE_ENV: 'production' },
  );
  registerServer(port);
  return server;
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

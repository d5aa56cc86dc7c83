import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from './fail.mjs';
import { isAlive } from './lock.mjs';
import { root } from './root.mjs';

const folder = join(root, '.layerwise', 'servers');

/** Notes that this process serves the present build, until it ends. */
export function registerServer(port) {
  const path = join(folder, String(process.pid));
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, String(port));
  process.once('exit', () => rmSync(path, { force: true }));
}

/**
 * A build replaces files that a server reads, and Next looks into public/ only when it starts.
 * @throws {SetupError} when a server of this folder runs
 */
export async function requireNoServer() {
  for (const pid of existsSync(folder) ? readdirSync(folder) : []) {
    const path = join(folder, pid);
    const port = readFileSync(path, 'utf8');
    if (isAlive(Number(pid)) && (await isLayerwise(port))) {
      throw new SetupError(
        `Something has changed, but a server of this folder still serves the former build on port ${port}.`,
        `End it first (Ctrl+C where it runs, or end process ${pid}), then run the command again.`,
      );
    }
    rmSync(path, { force: true });
  }
}

/** Process numbers are used again, so what answers on the port decides. */
async function isLayerwise(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      signal: AbortSignal.timeout(3000),
    });
    return (await response.text()).includes('Layerwise');
  } catch {
    return false;
  }
}

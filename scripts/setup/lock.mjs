import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './root.mjs';

const POLL_MS = 300;
// Between making the folder and writing the owner into it.
const OWNER_GRACE_MS = 5_000;

/**
 * Does `work` while no other command of this project installs or builds; waits for one that does.
 * A folder is the lock because making it is atomic; it names the process that holds it.
 * @template T
 * @param {() => Promise<T>} work
 * @param {string} path
 * @returns {Promise<T>}
 */
export async function withLock(work, path = join(root, '.layerwise', 'lock')) {
  mkdirSync(join(path, '..'), { recursive: true });
  let said = false;
  while (!acquire(path)) {
    if (!said) console.log('Another command is setting Layerwise up; waiting for it to end.');
    said = true;
    await sleep(POLL_MS);
  }
  const release = () => rmSync(path, { recursive: true, force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function acquire(path) {
  try {
    mkdirSync(path);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (isAbandoned(path)) rmSync(path, { recursive: true, force: true });
    return false;
  }
  writeFileSync(join(path, 'pid'), String(process.pid));
  return true;
}

function isAbandoned(path) {
  try {
    return !isAlive(Number(readFileSync(join(path, 'pid'), 'utf8')));
  } catch {
    const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    return Date.now() - made > OWNER_GRACE_MS;
  }
}

/** Whether a process of this number runs, ours or another user's. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

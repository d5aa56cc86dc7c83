import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { SetupError } from './fail.mjs';
import { root } from './root.mjs';

const children = new Set();
let ending = false;

/**
 * Starts a command in the project's folder, its output on ours.
 * @param {string} file
 * @param {string[]} args
 * @param {Record<string, string>} env added to ours
 * @param {'inherit' | 'pipe'} output
 */
export function start(file, args, env = {}, output = 'inherit') {
  const child = spawn(file, args, {
    cwd: root,
    stdio: ['ignore', output, output],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    shell: process.platform === 'win32' && file === 'npm',
  });
  children.add(child);
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal === null ? 0 : 1)));
  }).finally(() => children.delete(child));
  return { child, ended };
}

/** Runs a command to its end. @returns {Promise<number>} its exit code */
export function run(file, args, env = {}) {
  return start(file, args, env).ended;
}

/**
 * Runs a command to its end, and prints what it said only then, so that others can run beside it.
 * @returns {Promise<number>} its exit code
 */
export async function runHeld(file, args, env = {}) {
  const { child, ended } = start(file, args, env, 'pipe');
  const parts = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => parts.push(part));
  // Its last words may come after its end.
  const closed = new Promise((resolve) => child.on('close', resolve));
  const code = await ended;
  await closed;
  process.stdout.write(Buffer.concat(parts));
  return code;
}

/**
 * Runs a command that must succeed.
 * @param {string} what the step, e.g. "Building the site"
 * @param {string} remedy
 */
export async function must(what, remedy, file, args, env = {}) {
  const code = await run(file, args, env);
  if (ending) process.exit(0);
  if (code !== 0)
    throw new SetupError(`${what} failed (exit code ${code}); its message is above.`, remedy);
}

/** The path of a package's command, to be run by `process.execPath` without a shell in between. */
export function bin(path) {
  return join(root, 'node_modules', path);
}

/** Ctrl+C and a request to end reach the children first; this process ends after them, without a stack. */
export function endWithChildren() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      ending = true;
      for (const child of children) child.kill(signal);
      if (children.size === 0) process.exit(0);
    });
  }
}

export function isEnding() {
  return ending;
}

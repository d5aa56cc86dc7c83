import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './root.mjs';
import { must } from './run.mjs';

/**
 * Installs from the lockfile, unless what is installed is what the lockfile says.
 * @param {string} [folder] of the package: the project's own, or one inside it with a lockfile of its own
 */
export async function ensureInstalled(folder = root) {
  const wanted = readJson(join(folder, 'package-lock.json'));
  // npm writes this list when an installation has ended well.
  const present = readJson(join(folder, 'node_modules', '.package-lock.json'));
  if (wanted !== null && present !== null && isInstalled(wanted, present, process)) return;
  console.log(
    `Installing from the lockfile${folder === root ? '' : ` of ${relative(root, folder)}`}.`,
  );
  await must(
    'Installing the dependencies',
    'Check the connection to the package registry, then run the command again.',
    'npm',
    // No package's install script runs: none of ours needs one.
    ['ci', '--prefix', folder, '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'],
  );
}

/**
 * Whether every package of the lockfile that this machine needs is there in its exact version.
 * @param {{ packages: Record<string, LockedPackage> }} wanted
 * @param {{ packages: Record<string, LockedPackage> }} present
 * @param {{ platform: string, arch: string }} machine
 * @typedef {{ version: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockedPackage
 */
export function isInstalled(wanted, present, machine) {
  return Object.entries(wanted.packages)
    .filter(([path, locked]) => path !== '' && isNeeded(locked, machine))
    .every(([path, locked]) => {
      const found = present.packages[path];
      return found?.version === locked.version && found.integrity === locked.integrity;
    });
}

/** npm leaves out optional packages for another system; one that names a C library is left to npm. */
function isNeeded(locked, { platform, arch }) {
  if (!locked.optional) return true;
  if (locked.libc !== undefined || (locked.os ?? locked.cpu) === undefined) return false;
  return (locked.os ?? [platform]).includes(platform) && (locked.cpu ?? [arch]).includes(arch);
}

function readJson(path) {
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

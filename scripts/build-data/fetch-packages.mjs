import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Installs packages into a new folder, without running anything of theirs.
 * @param {string[]} packages with their versions
 * @returns {string} the folder, in whose `node_modules` they are
 */
export function fetchPackages(packages) {
  const folder = mkdtempSync(join(tmpdir(), 'layerwise-data-'));
  console.log(`Fetching ${packages.join(' and ')}.`);
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', ['install', '--prefix', folder, ...quiet, ...packages], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return folder;
}

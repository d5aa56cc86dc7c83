import { SetupError } from './fail.mjs';

const NEEDED = [20, 9];

/**
 * @param {string} version as in `process.versions.node`
 * @throws {SetupError} when it is older than what Next needs
 */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  throw new SetupError(
    `Layerwise needs Node ${NEEDED.join('.')} or later, and this is Node ${version}.`,
    'Install a newer Node from https://nodejs.org, or with a version manager: `nvm install 22`.',
  );
}

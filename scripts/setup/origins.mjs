import { SetupError } from './fail.mjs';

/**
 * The server checks the same when it starts; here it is found before the build.
 * @param {Record<string, string | undefined>} env
 * @throws {SetupError} when the two origins do not fit together
 */
export function requireOrigins(env) {
  for (const name of ['SANDBOX_ORIGIN', 'SITE_ORIGIN']) {
    if (env[name] && !isOrigin(env[name])) {
      throw new SetupError(
        `${name} is "${env[name]}".`,
        'Give an origin, such as https://example.org.',
      );
    }
  }
  if (env.SANDBOX_ORIGIN && !env.SITE_ORIGIN) {
    throw new SetupError(
      'SANDBOX_ORIGIN is set, but SITE_ORIGIN is not.',
      'Set SITE_ORIGIN to the origin of the pages, so that only they can embed the sandbox.',
    );
  }
  if (env.SANDBOX_ORIGIN && env.SANDBOX_ORIGIN === env.SITE_ORIGIN) {
    throw new SetupError(
      'SANDBOX_ORIGIN and SITE_ORIGIN are the same.',
      'Give the sandbox another host name, or leave SANDBOX_ORIGIN out.',
    );
  }
}

function isOrigin(text) {
  return URL.canParse(text) && /^https?:/.test(text) && new URL(text).href === `${text}/`;
}

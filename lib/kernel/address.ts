/** Where the sandbox's frame lives, as seen from a page of the site. */
export type SandboxPlace = {
  mode: 'own-origin' | 'opaque-origin';
  /** What `event.origin` must be on messages from the frame. */
  origin: string;
  /** The frame's address. */
  frame: string;
};

const FRAME_PATH = '/sandbox/frame.html';

/** The two names under which one machine is two origins. */
const TWIN: Record<string, string> = { localhost: '127.0.0.1' };

/**
 * The sandbox's place for a page at `site` (an origin, e.g. `http://localhost:3000`).
 * `configured` is `SANDBOX_ORIGIN`: an origin other than the site's, or empty.
 * Without one, `localhost` uses `127.0.0.1`, and every other name an opaque origin on itself.
 *
 * @throws {Error} when `configured` is not an origin, or is the site's own.
 */
export function sandboxPlace(site: string, configured = ''): SandboxPlace {
  const origin = configured === '' ? twinOrigin(site) : configuredOrigin(site, configured);
  return origin === null
    ? { mode: 'opaque-origin', origin: 'null', frame: site + FRAME_PATH }
    : { mode: 'own-origin', origin, frame: origin + FRAME_PATH };
}

/** Whether a request for `host` (name and port) is for the sandbox and not for the site. */
export function isSandboxHost(host: string, configured = ''): boolean {
  if (configured !== '') return new URL(configured).host === host;
  const name = new URL(`http://${host}`).hostname;
  return Object.values(TWIN).includes(name);
}

function twinOrigin(site: string): string | null {
  const url = new URL(site);
  const twin = TWIN[url.hostname];
  if (twin === undefined) return null;
  url.hostname = twin;
  return url.origin;
}

function configuredOrigin(site: string, configured: string): string {
  const origin = new URL(configured).origin;
  if (origin === site) {
    throw new Error(
      `SANDBOX_ORIGIN is the site's own origin, ${site}. Give it another host name, or leave it out.`,
    );
  }
  return origin;
}

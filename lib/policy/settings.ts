/** What a deployment decides; see docs/deploying.md. Origins have no trailing slash, and are empty when not set. */
export type Settings = {
  /** The origin that serves the sandbox, when it is not this machine's second name. */
  sandboxOrigin: string;
  /** The origin of the pages; needed beside `sandboxOrigin`, because the sandbox names who may embed it. */
  siteOrigin: string;
  /** Whether `X-Forwarded-Host` and `X-Forwarded-Proto` come from a proxy of ours. */
  trustProxy: boolean;
  /** Next's development client needs inline scripts, `eval` and a web socket. */
  development: boolean;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws {Error} when an origin is malformed, or the sandbox's is given without the site's. */
export function readSettings(environment: Environment): Settings {
  const sandboxOrigin = readOrigin(environment, 'SANDBOX_ORIGIN');
  const siteOrigin = readOrigin(environment, 'SITE_ORIGIN');
  if (sandboxOrigin !== '' && siteOrigin === '') {
    throw new Error(
      'SANDBOX_ORIGIN is set but SITE_ORIGIN is not. Set SITE_ORIGIN to the origin of the pages, so that only they can embed the sandbox.',
    );
  }
  return {
    sandboxOrigin,
    siteOrigin,
    trustProxy: isOn(environment.TRUST_PROXY),
    development: environment.NODE_ENV === 'development',
  };
}

function readOrigin(environment: Environment, name: string): string {
  const text = environment[name] ?? '';
  if (text === '') return '';
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) {
    throw new Error(`${name} is "${text}", which is not an origin such as https://example.org.`);
  }
  return url.origin;
}

function isOn(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}

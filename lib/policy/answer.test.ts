import { describe, expect, it } from 'vitest';
import { sandboxPlace } from '@/lib/kernel/address';
import { answer, type Answer, type Files } from './answer';
import { hashesOf } from './inline-hashes';
import type { Settings } from './settings';

const PLAIN: Settings = {
  sandboxOrigin: '',
  siteOrigin: '',
  trustProxy: false,
  development: false,
};
const PRESENT = [
  'frame.html',
  'worker-AB12CD34.js',
  'worker-AB12CD34.js.br',
  'data/pima-diabetes.csv',
];
const inline = (page: string) => ({
  scripts: [`sha256-${page}`],
  styles: [`sha256-style-of-${page}`],
});
const FILES: Files = {
  hasSandboxFile: (path) => PRESENT.map((name) => `/sandbox/${name}`).includes(path),
  hashesOf: (path) =>
    hashesOf({ '/': inline('home'), '/learn/a': inline('a'), '/_not-found': inline('404') }, path),
};

function get(address: string, settings: Partial<Settings> = {}, method = 'GET'): Answer {
  const { host, pathname } = new URL(address);
  const incoming = { method, path: pathname, headers: new Headers({ host }) };
  return answer(incoming, { ...PLAIN, ...settings }, FILES);
}

function headersOf(address: string, settings?: Partial<Settings>): Record<string, string> {
  const result = get(address, settings);
  if (result.kind !== 'pass') throw new Error(`${address}: ${result.text}`);
  return result.headers;
}

/** The policy, by directive. */
function policyOf(address: string, settings?: Partial<Settings>): Record<string, string[]> {
  const text = headersOf(address, settings)['Content-Security-Policy'] ?? '';
  return Object.fromEntries(
    text.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1)]),
  );
}

describe('the sandbox host', () => {
  it('answers the files of the sandbox and nothing else', () => {
    expect(get('http://127.0.0.1:3000/sandbox/frame.html').kind).toBe('pass');
    for (const path of [
      '',
      'learn/a',
      '_next/static/x.js',
      'editor/x.js',
      'sandbox/',
      'sandbox/no.js',
    ]) {
      expect(get(`http://127.0.0.1:3000/${path}`), path).toEqual({
        kind: 'refuse',
        status: 404,
        text: "This address serves only Layerwise's sandbox. Open http://localhost:3000 instead.",
      });
    }
  });

  it('names the configured site', () => {
    const settings = { sandboxOrigin: 'https://run.a.org', siteOrigin: 'https://a.org' };
    expect(get('https://run.a.org/', settings)).toMatchObject({
      text: expect.stringContaining('Open https://a.org instead') as string,
    });
  });

  it('lets only the site embed the frame, and the frame reach only its files', () => {
    const files = 'http://127.0.0.1:3000/sandbox/';
    expect(policyOf('http://127.0.0.1:3000/sandbox/frame.html')).toEqual({
      'default-src': ["'none'"],
      'script-src': [files, 'blob:', "'wasm-unsafe-eval'"],
      'worker-src': [files, 'blob:'],
      'connect-src': [files],
      'img-src': ['data:', 'blob:'],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ['http://localhost:3000'],
    });
  });

  it('puts the same policy on scripts, since a worker has that of its own response', () => {
    expect(policyOf('http://127.0.0.1:3000/sandbox/worker-AB12CD34.js')).toEqual(
      policyOf('http://127.0.0.1:3000/sandbox/frame.html'),
    );
  });

  it('lets files be kept only where the name has a hash of the content', () => {
    const cache = (name: string) =>
      headersOf(`http://127.0.0.1:3000/sandbox/${name}`)['Cache-Control'];
    expect(cache('worker-AB12CD34.js')).toContain('immutable');
    expect(cache('worker-AB12CD34.js.br')).toContain('immutable');
    expect(cache('frame.html')).toBe('no-cache');
    expect(cache('data/pima-diabetes.csv')).toBe('no-cache');
  });

  it('can be loaded by an isolated page on another origin', () => {
    expect(headersOf('http://127.0.0.1:3000/sandbox/frame.html')).toMatchObject({
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Access-Control-Allow-Origin': '*',
      'X-Content-Type-Options': 'nosniff',
    });
  });
});

describe('the sandbox on the own host of the site', () => {
  const site = 'http://layerwise.localhost:3000';
  const frame = `${site}/sandbox/frame.html`;

  it('has its origin taken away by the policy', () => {
    const policy = policyOf(frame);
    expect(policy.sandbox).toEqual(['allow-scripts']);
    expect(policy['worker-src']).toEqual([`${site}/sandbox/`, 'blob:', 'data:']);
    expect(policy['frame-ancestors']).toEqual([site]);
    expect(policyOf('http://localhost:3000/sandbox/frame.html').sandbox).toEqual(['allow-scripts']);
  });

  it("names its files by address, because there is no 'self'", () => {
    expect(policyOf(frame)['script-src']).toContain(`${site}/sandbox/`);
    expect(policyOf(frame)['connect-src']).toEqual([`${site}/sandbox/`]);
  });

  it('answers a file that is not there in plain text', () => {
    expect(get('http://localhost:3000/sandbox/no.js')).toMatchObject({
      kind: 'refuse',
      status: 404,
    });
  });
});

describe('pages', () => {
  it('allow their own inline scripts and no others', () => {
    expect(policyOf('http://localhost:3000/')['script-src']).toEqual(["'self'", "'sha256-home'"]);
    expect(policyOf('http://localhost:3000/learn/a')['script-src']).toEqual([
      "'self'",
      "'sha256-a'",
    ]);
    expect(policyOf('http://localhost:3000/learn/a/')['script-src']).toEqual([
      "'self'",
      "'sha256-a'",
    ]);
    expect(policyOf('http://localhost:3000/nothing')['script-src']).toEqual([
      "'self'",
      "'sha256-404'",
    ]);
    expect(policyOf('http://localhost:3000/constructor')['script-src']).toContain("'sha256-404'");
  });

  it.each([
    ['http://localhost:3000', {}],
    ['http://layerwise.localhost:3000', {}],
    ['https://a.org', { sandboxOrigin: 'https://run.a.org', siteOrigin: 'https://a.org' }],
  ] as const)('of %s may embed only the frame that the kernel opens', (site, settings) => {
    const { frame } = sandboxPlace(site, 'sandboxOrigin' in settings ? settings.sandboxOrigin : '');
    expect(policyOf(`${site}/learn/a`, settings)['frame-src']).toEqual([frame]);
  });

  it('are embedded by the frame that they embed', () => {
    const { frame } = sandboxPlace('http://localhost:3000');
    expect(policyOf(frame)['frame-ancestors']).toEqual(['http://localhost:3000']);
  });

  it('allow style elements other than their own only where the editor is', () => {
    expect(policyOf('http://localhost:3000/')['style-src']).toEqual([
      "'self'",
      "'sha256-style-of-home'",
    ]);
    expect(policyOf('http://localhost:3000/learn/a')['style-src']).toEqual([
      "'self'",
      "'unsafe-inline'",
    ]);
    for (const path of ['notebook', 'notebook/']) {
      expect(policyOf(`http://localhost:3000/${path}`)['style-src']).toContain("'unsafe-inline'");
    }
    expect(policyOf('http://localhost:3000/notebooks')['style-src']).toEqual([
      "'self'",
      "'sha256-style-of-404'",
    ]);
  });

  it('are isolated, and cannot be embedded', () => {
    expect(headersOf('http://localhost:3000/learn/a')).toMatchObject({
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': 'microphone=(), geolocation=()',
    });
    expect(policyOf('http://localhost:3000/learn/a')['frame-ancestors']).toEqual(["'none'"]);
  });

  it('run what the development client needs in development alone', () => {
    const development = policyOf('http://localhost:3000/', { development: true });
    expect(development['script-src']).toEqual(["'self'", "'unsafe-inline'", "'unsafe-eval'"]);
    expect(development['connect-src']).toContain('ws://localhost:3000');
    expect(JSON.stringify(policyOf('http://localhost:3000/'))).not.toMatch(/unsafe-eval|ws:/);
  });
});

describe('other requests', () => {
  it('are refused unless they only read', () => {
    for (const host of ['localhost', '127.0.0.1']) {
      for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE']) {
        expect(get(`http://${host}:3000/`, {}, method)).toMatchObject({ status: 405 });
      }
    }
    expect(get('http://localhost:3000/', {}, 'HEAD').kind).toBe('pass');
  });

  it('are refused without a host, and on an address that no policy can name', () => {
    const incoming = { method: 'GET', path: '/', headers: new Headers() };
    expect(answer(incoming, PLAIN, FILES)).toMatchObject({ status: 400 });
    expect(get('http://[::1]:3000/')).toMatchObject({
      status: 404,
      text: expect.stringContaining('http://localhost:3000') as string,
    });
  });

  it('for the files of the editor get a policy for its workers', () => {
    expect(policyOf('http://localhost:3000/editor/ts.worker-AB12CD34.js')['default-src']).toEqual([
      "'none'",
    ]);
    expect(headersOf('http://localhost:3000/editor/ts.worker-AB12CD34.js')).toMatchObject({
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cache-Control': expect.stringContaining('immutable') as string,
    });
    expect(headersOf('http://localhost:3000/editor/manifest.json')['Cache-Control']).toBe(
      'no-cache',
    );
  });
});

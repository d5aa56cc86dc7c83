import { describe, expect, it } from 'vitest';
import { requestOrigin } from './request-origin';
import type { Settings } from './settings';

const PLAIN: Settings = {
  sandboxOrigin: '',
  siteOrigin: '',
  trustProxy: false,
  development: false,
};

function originOf(headers: Record<string, string>, settings: Partial<Settings> = {}) {
  return requestOrigin(new Headers(headers), { ...PLAIN, ...settings });
}

describe('requestOrigin', () => {
  it('is the host in its canonical spelling', () => {
    expect(originOf({ host: 'LocalHost:3000' })).toBe('http://localhost:3000');
    expect(originOf({ host: 'example.org:80' })).toBe('http://example.org');
    expect(originOf({ host: '[::1]:3000' })).toBe('http://[::1]:3000');
  });

  it('sees through other spellings of the sandbox host', () => {
    for (const host of ['127.1:3000', '0x7f.0.0.1:3000', '2130706433:3000']) {
      expect(originOf({ host })).toBe('http://127.0.0.1:3000');
    }
  });

  it.each([
    '',
    "a.b; script-src 'unsafe-inline'",
    'a b',
    'user@host',
    'a.b/c',
    'a.b:99999',
    '[',
    '*',
  ])('is null for the host "%s"', (host) => expect(originOf({ host })).toBeNull());

  it('reads what a proxy says only where it is trusted', () => {
    const headers = {
      host: 'inside:3000',
      'x-forwarded-host': 'example.org, inside',
      'x-forwarded-proto': 'https',
    };
    expect(originOf(headers)).toBe('http://inside:3000');
    expect(originOf(headers, { trustProxy: true })).toBe('https://example.org');
  });

  it('keeps the scheme of a configured origin', () => {
    const settings = {
      siteOrigin: 'https://example.org',
      sandboxOrigin: 'https://run.example.org',
    };
    expect(originOf({ host: 'example.org' }, settings)).toBe('https://example.org');
    expect(originOf({ host: 'run.example.org:443' }, settings)).toBe('https://run.example.org');
    expect(originOf({ host: 'other.example.org' }, settings)).toBe('http://other.example.org');
  });
});

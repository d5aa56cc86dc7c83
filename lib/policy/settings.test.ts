import { describe, expect, it } from 'vitest';
import { readSettings } from './settings';

describe('readSettings', () => {
  it('needs nothing on one machine', () => {
    expect(readSettings({})).toEqual({
      sandboxOrigin: '',
      siteOrigin: '',
      trustProxy: false,
      development: false,
    });
  });

  it('reads what is set', () => {
    const settings = readSettings({
      SANDBOX_ORIGIN: 'https://run.example.org',
      SITE_ORIGIN: 'https://example.org',
      TRUST_PROXY: '1',
      NODE_ENV: 'development',
    });
    expect(settings.sandboxOrigin).toBe('https://run.example.org');
    expect(settings.siteOrigin).toBe('https://example.org');
    expect(settings.trustProxy).toBe(true);
    expect(settings.development).toBe(true);
  });

  it('trusts no proxy by a value that says otherwise', () => {
    expect(readSettings({ TRUST_PROXY: '0' }).trustProxy).toBe(false);
    expect(readSettings({ TRUST_PROXY: 'no' }).trustProxy).toBe(false);
  });

  it('needs the site beside the sandbox', () => {
    expect(() => readSettings({ SANDBOX_ORIGIN: 'https://run.example.org' })).toThrow(
      'Set SITE_ORIGIN',
    );
  });

  it.each([
    'example.org',
    'https://example.org/path',
    'javascript:alert(1)',
    'https://a.b; script-src *',
  ])('refuses %s as an origin', (text) =>
    expect(() => readSettings({ SITE_ORIGIN: text })).toThrow('SITE_ORIGIN is'),
  );
});

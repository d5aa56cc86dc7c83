import { describe, expect, it } from 'vitest';
import { isSandboxHost, sandboxPlace } from './address';

describe('sandboxPlace', () => {
  it('gives localhost the other name of the machine, on the same port', () => {
    expect(sandboxPlace('http://localhost:3000')).toEqual({
      mode: 'own-origin',
      origin: 'http://127.0.0.1:3000',
      frame: 'http://127.0.0.1:3000/sandbox/frame.html',
    });
  });

  it('gives every other name an opaque origin on itself', () => {
    for (const site of ['https://example.org', 'http://layerwise.localhost:3000']) {
      expect(sandboxPlace(site)).toEqual({
        mode: 'opaque-origin',
        origin: 'null',
        frame: `${site}/sandbox/frame.html`,
      });
    }
  });

  it('uses the configured origin, whatever is written after it', () => {
    expect(sandboxPlace('https://example.org', 'https://run.example.org/')).toEqual({
      mode: 'own-origin',
      origin: 'https://run.example.org',
      frame: 'https://run.example.org/sandbox/frame.html',
    });
  });

  it('prefers the configured origin to the twin of localhost', () => {
    const place = sandboxPlace('http://localhost:3000', 'http://127.0.0.1:4000');
    expect(place.origin).toBe('http://127.0.0.1:4000');
  });

  it('refuses the own origin of the site, and what is no origin', () => {
    expect(() => sandboxPlace('https://example.org', 'https://example.org')).toThrow(
      "SANDBOX_ORIGIN is the site's own origin",
    );
    expect(() => sandboxPlace('https://example.org', 'run.example.org')).toThrow();
  });
});

describe('isSandboxHost', () => {
  it('knows the twin of localhost on every port', () => {
    expect(isSandboxHost('127.0.0.1:3000')).toBe(true);
    expect(isSandboxHost('127.0.0.1')).toBe(true);
  });

  it('takes no other name for it', () => {
    for (const host of ['localhost:3000', 'example.org', '[::1]:3000', '127.0.0.1.example.org']) {
      expect(isSandboxHost(host), host).toBe(false);
    }
  });

  it('knows only the configured host where there is one', () => {
    const configured = 'https://run.example.org';
    expect(isSandboxHost('run.example.org', configured)).toBe(true);
    expect(isSandboxHost('run.example.org:8443', configured)).toBe(false);
    expect(isSandboxHost('127.0.0.1:3000', configured)).toBe(false);
  });

  it('agrees with the place that pages are told', () => {
    const { origin } = sandboxPlace('http://localhost:3000');
    expect(isSandboxHost(new URL(origin).host)).toBe(true);
    expect(isSandboxHost('localhost:3000')).toBe(false);
  });
});

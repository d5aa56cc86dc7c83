import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findChromium } from './chromium.mjs';
import { fingerprint } from './fingerprint.mjs';
import { isInstalled } from './install.mjs';
import { withLock } from './lock.mjs';
import { requireNode } from './node-version.mjs';
import { requireOrigins } from './origins.mjs';
import { freePort, readPort, requireFreePort } from './port.mjs';

const folder = () => mkdtempSync(path.join(tmpdir(), 'layerwise-'));

describe('requireNode', () => {
  it.each(['20.9.0', '20.20.2', '22.0.0', '100.1.0'])('takes Node %s', (version) => {
    expect(() => requireNode(version)).not.toThrow();
  });
  it.each(['18.20.4', '20.8.1', '9.9.9'])('names what is needed for Node %s', (version) => {
    expect(() => requireNode(version)).toThrow(
      `Layerwise needs Node 20.9 or later, and this is Node ${version}.`,
    );
  });
});

describe('ports', () => {
  it('reads a port, and says what is none', () => {
    expect(readPort(undefined, 3000)).toBe(3000);
    expect(readPort('3001', 3000)).toBe(3001);
    for (const text of ['abc', '0', '65536', '80.5', '-1']) {
      expect(() => readPort(text, 3000)).toThrow(`PORT is "${text}"`);
    }
  });

  it('names a taken port', async () => {
    const port = await freePort();
    await expect(requireFreePort(port, '')).resolves.toBeUndefined();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    await expect(requireFreePort(port, 'PORT=3001 npm start')).rejects.toMatchObject({
      message: `Port ${port} is taken by another program.`,
      remedy: 'Choose another: PORT=3001 npm start',
    });
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('requireOrigins', () => {
  it('takes both or neither', () => {
    expect(() => requireOrigins({})).not.toThrow();
    const both = { SANDBOX_ORIGIN: 'https://run.a.org', SITE_ORIGIN: 'https://a.org' };
    expect(() => requireOrigins(both)).not.toThrow();
  });
  it('says what does not fit together', () => {
    expect(() => requireOrigins({ SANDBOX_ORIGIN: 'https://run.a.org' })).toThrow(
      'SITE_ORIGIN is not',
    );
    expect(() => requireOrigins({ SANDBOX_ORIGIN: 'run.a.org' })).toThrow(
      'SANDBOX_ORIGIN is "run.a.org"',
    );
    const same = { SANDBOX_ORIGIN: 'https://a.org', SITE_ORIGIN: 'https://a.org' };
    expect(() => requireOrigins(same)).toThrow('the same');
  });
});

describe('isInstalled', () => {
  const machine = { platform: 'linux', arch: 'x64' };
  const wanted = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
      'node_modules/mac': { version: '1.0.0', optional: true, os: ['darwin'] },
      'node_modules/linux': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'] },
    },
  };
  const a = wanted.packages['node_modules/a'];
  const linux = wanted.packages['node_modules/linux'];

  it('is so when every package that this machine needs is there', () => {
    const present = { packages: { 'node_modules/a': a, 'node_modules/linux': linux } };
    expect(isInstalled(wanted, present, machine)).toBe(true);
  });
  it('is not so when one is missing, another version, another content, or for another machine', () => {
    const is = (packages: Record<string, { version: string; integrity?: string }>) =>
      isInstalled(wanted, { packages }, machine);
    expect(is({ 'node_modules/linux': linux })).toBe(false);
    expect(is({ 'node_modules/a': { ...a, version: '1.0.1' }, 'node_modules/linux': linux })).toBe(
      false,
    );
    expect(
      is({ 'node_modules/a': { ...a, integrity: 'sha512-b' }, 'node_modules/linux': linux }),
    ).toBe(false);
    expect(is({ 'node_modules/a': a, 'node_modules/mac': a })).toBe(false);
  });
});

describe('fingerprint', () => {
  function project(): string {
    const base = folder();
    mkdirSync(path.join(base, 'lib'));
    writeFileSync(path.join(base, 'lib/a.ts'), 'a');
    writeFileSync(path.join(base, 'lib/b.ts'), 'b');
    return base;
  }

  it('is the same for the same files, wherever they are', () => {
    expect(fingerprint(['lib'], ['20'], project())).toBe(fingerprint(['lib'], ['20'], project()));
  });
  it('changes with a content, a name, a new file and a fact', () => {
    const base = project();
    const seen = new Set([fingerprint(['lib'], ['20'], base), fingerprint(['lib'], ['22'], base)]);
    writeFileSync(path.join(base, 'lib/a.ts'), 'changed');
    seen.add(fingerprint(['lib'], ['20'], base));
    writeFileSync(path.join(base, 'lib/c.ts'), '');
    seen.add(fingerprint(['lib'], ['20'], base));
    expect(seen.size).toBe(4);
  });
  it('does not change with a test or a hidden file, nor fail for what is missing', () => {
    const base = project();
    const before = fingerprint(['lib', 'no'], [], base);
    writeFileSync(path.join(base, 'lib/a.test.ts'), 'x');
    writeFileSync(path.join(base, 'lib/.hidden'), 'x');
    expect(fingerprint(['lib', 'no'], [], base)).toBe(before);
  });
});

describe('withLock', () => {
  it('lets one in at a time, also after a failure', async () => {
    const lock = path.join(folder(), 'deep', 'lock');
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} in`);
      await new Promise((resolve) => setImmediate(resolve));
      order.push(`${name} out`);
      if (name === 'a') throw new Error('broken');
    };
    const results = await Promise.allSettled([
      withLock(work('a'), lock),
      withLock(work('b'), lock),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(order).toEqual(['a in', 'a out', 'b in', 'b out']);
  });

  it('takes over from a process that is gone', async () => {
    const lock = path.join(folder(), 'lock');
    mkdirSync(lock);
    // Process numbers end below 2^22 on Linux and lower elsewhere.
    writeFileSync(path.join(lock, 'pid'), String(2 ** 22 + 1));
    expect(await withLock(async () => readFileSync(path.join(lock, 'pid'), 'utf8'), lock)).toBe(
      String(process.pid),
    );
  });
});

describe('findChromium', () => {
  it('names the path that was set and does not start', async () => {
    await expect(findChromium({ CHROMIUM_PATH: '/no/chromium' })).rejects.toThrow('/no/chromium');
  });

  it('passes by a command that only has the name', async () => {
    const bin = folder();
    writeFileSync(path.join(bin, 'chromium'), '#!/bin/sh\necho install it first >&2\nexit 1\n', {
      mode: 0o755,
    });
    writeFileSync(path.join(bin, 'google-chrome'), '#!/bin/sh\necho Google Chrome 1\n', {
      mode: 0o755,
    });
    expect(await findChromium({ PATH: bin })).toBe(path.join(bin, 'google-chrome'));
  });
});

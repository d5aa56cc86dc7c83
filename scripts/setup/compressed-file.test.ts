import { describe, expect, it } from 'vitest';
import { compressedFile } from './compressed-file.mjs';

const BUILT = [
  '.next/static/chunks/a.js.br',
  'public/sandbox/b-AB12CD34.wasm.br',
  'package.json.br',
];

const ask = (path: string, accepted: string) =>
  compressedFile(path, accepted, (file: string) => BUILT.includes(file));

describe('compressedFile', () => {
  it('names the smaller file, and what it is', () => {
    expect(ask('/_next/static/chunks/a.js', 'gzip, deflate, br, zstd')).toEqual({
      path: '/_next/static/chunks/a.js.br',
      type: 'text/javascript; charset=utf-8',
    });
    expect(ask('/sandbox/b-AB12CD34.wasm', 'br;q=0.5')?.type).toBe('application/wasm');
  });

  it.each(['', 'gzip', 'gzip, br;q=0', 'br; q=0.0', 'brotli'])(
    'leaves the file as it is for a browser that accepts %j',
    (accepted) => expect(ask('/_next/static/chunks/a.js', accepted)).toBeNull(),
  );

  it('leaves what was not compressed, and what would be compressed twice', () => {
    for (const path of [
      '/_next/static/chunks/b.js',
      '/_next/static/chunks/a.js.br',
      '/learn/a.js',
    ]) {
      expect(ask(path, 'br'), path).toBeNull();
    }
  });

  it('leads nowhere out of the folders of the build', () => {
    for (const path of [
      '/sandbox/../../package.json',
      '/sandbox/..%2f..%2fpackage.json',
      '/package.json',
    ]) {
      expect(ask(path, 'br'), path).toBeNull();
    }
  });
});

import { createHash } from 'node:crypto';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inlineScriptHashes, routeOf } from './inline-scripts.mjs';

const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

describe('inlineScriptHashes', () => {
  it('agrees with the example of the specification', () => {
    // W3C, Content Security Policy Level 3, section 8.4: the hash of `alert('Hello, world.');`.
    expect(inlineScriptHashes(`<script>alert('Hello, world.');</script>`)).toEqual([
      'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=',
    ]);
  });

  it('takes every inline script once, and none that has an address', () => {
    const html =
      '<script src="/a.js"></script><script id="_R_">one</script><SCRIPT>two</SCRIPT ><script>one</script>' +
      `<script async="" src='/b.js'>ignored</script>`;
    expect(inlineScriptHashes(html)).toEqual([hash('one'), hash('two')]);
  });

  it('is not confused by signs in attributes and text', () => {
    const html = `<script data-x="a>b" data-src="no">if (a < b && c > d) "<script>"</script>`;
    expect(inlineScriptHashes(html)).toEqual([hash(`if (a < b && c > d) "<script>"`)]);
  });

  it('hashes what a parser reads: line ends are LF', () => {
    expect(inlineScriptHashes('<script>a\r\nb\rc</script>')).toEqual([hash('a\nb\nc')]);
  });
});

describe('routeOf', () => {
  it('names the route of a prerendered file', () => {
    expect(routeOf('index.html')).toBe('/');
    expect(routeOf(path.join('learn', 'neural-networks.html'))).toBe('/learn/neural-networks');
    expect(routeOf('_not-found.html')).toBe('/_not-found');
  });
});

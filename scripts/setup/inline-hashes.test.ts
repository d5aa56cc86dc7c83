import { createHash } from 'node:crypto';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inlineHashes } from './inline-hashes.mjs';
import { absolute, inlineStyles } from './inline-styles.mjs';
import { routeOf } from './prerendered-pages.mjs';

const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

const inlineScriptHashes = (html: string) => inlineHashes(html).scripts;

describe('inlineHashes', () => {
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

describe('inlineHashes of styles', () => {
  it('takes every style element once, and none that a script only speaks of', () => {
    const html =
      '<style>a{}</style><script>const x = "<style>no</style>";</script><style media="print">b{}</style><style>a{}</style>';
    expect(inlineHashes(html).styles).toEqual([hash('a{}'), hash('b{}')]);
  });
});

describe('inlineStyles', () => {
  const link = (name: string) =>
    `<link rel="stylesheet" href="/_next/static/chunks/${name}.css" data-precedence="next"/>`;

  it('puts each sheet before its link, which stays behind disabled', () => {
    const html = inlineStyles(
      `<head>${link('a')}${link('b')}</head>`,
      (address) => `/* ${address} */`,
    );
    expect(html).toBe(
      '<head><style>/* /_next/static/chunks/a.css */</style>' +
        link('a').replace('/>', ' disabled=""/>') +
        '<style>/* /_next/static/chunks/b.css */</style>' +
        link('b').replace('/>', ' disabled=""/>') +
        '</head>',
    );
    expect(inlineStyles(html, () => 'twice')).toBe(html);
  });

  it('fetches no sheet that the page does not use', () => {
    const ahead = '<link rel="preload" href="/_next/static/chunks/c.css" as="style"/>';
    expect(inlineStyles(`${ahead}<p>`, () => 'never')).toBe(
      link('c').replace('/>', ' disabled=""/><p>'),
    );
  });

  it('refuses a sheet that would end its element', () => {
    expect(() => inlineStyles(link('a'), () => 'a{content:"</style>"}')).toThrow('end tag');
  });
});

describe('absolute', () => {
  const of = (sheet: string) => absolute(sheet, '/_next/static/chunks/a.css');

  it('leads from the page to what the sheet leads to', () => {
    expect(of('a{src:url(../media/f.woff2) format("woff2"),url("b.png")}')).toBe(
      'a{src:url(/_next/static/media/f.woff2) format("woff2"),url("/_next/static/chunks/b.png")}',
    );
  });

  it('leaves what is absolute, or leads nowhere', () => {
    const sheet = 'a{b:url(/_next/x.woff2);c:url("data:image/svg+xml,<svg/>");d:url(#mark)}';
    expect(of(sheet)).toBe(sheet);
  });
});

describe('routeOf', () => {
  it('names the route of a prerendered file', () => {
    expect(routeOf('index.html')).toBe('/');
    expect(routeOf(path.join('learn', 'neural-networks.html'))).toBe('/learn/neural-networks');
    expect(routeOf('_not-found.html')).toBe('/_not-found');
  });
});

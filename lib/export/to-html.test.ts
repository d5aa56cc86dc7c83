import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { highlightedCode } from './highlighted-code';
import { htmlStyles } from './html-styles';
import { cell, everyOutput, lesson, PIXEL } from './testing/sample';
import { toHtml } from './to-html';

const TAG = /<(\/?[a-z0-9]+|!doctype)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)>/g;

/**
 * The tags of a page, with the names of their attributes and the values of those that may not vary. Fails on a `<`
 * that is no whole tag with quoted attributes. The style sheet is ours and left out.
 */
function skeleton(html: string): string[] {
  const body = html.replace(/<style>[^]*?<\/style>/, '');
  expect(body.replace(TAG, '')).not.toMatch(/[<>]/);
  return [...body.matchAll(TAG)].map(
    ([, name, attributes = '']) => name + attributes.replace(/="[^"]*"/g, ''),
  );
}

/** A lesson with the text wherever a person's text can be. */
function full(text: string) {
  // Never the same as the code: a cell that was not changed has one mark less.
  const original = `${text} before`;
  const blocks = [cell({ title: text, code: text, original, outputs: everyOutput(text) })];
  return lesson({ title: text, date: text, blocks });
}

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  `' onmouseover='alert(1)' x='`,
  '</title></style></pre></code><svg onload=alert(1)>',
  '<!-- --!> <![CDATA[ ]]>',
  '&lt;b&gt; &#60;i&#62;',
  '<style>*{background:url(https://evil.example/x)}</style>',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<base href="https://evil.example/">',
  '${alert(1)} {{alert(1)}} $& $1 $`',
  '\u0000<\u0000b>',
];

describe('toHtml', () => {
  const tame = skeleton(toHtml(full('tame')));

  it.each(HOSTILE)('keeps as text: %s', (text) => {
    const html = toHtml(full(text));
    expect(skeleton(html)).toEqual(tame);
    if (text.includes('alert')) expect(html).toContain('alert(1)');
  });

  it('keeps any text as text', () => {
    const bits = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '/',
      '=',
      'script',
      ' ',
      '\n',
      'a',
      '&lt;',
      '$&',
    );
    const text = fc.oneof(
      fc.array(bits).map((parts) => `x${parts.join('')}`),
      fc.string({ minLength: 1 }),
    );
    fc.assert(
      fc.property(text, (value) => {
        expect(skeleton(toHtml(full(value)))).toEqual(tame);
      }),
    );
  });

  it('has its policy before anything that it could concern, and no script', () => {
    const html = toHtml(lesson());
    expect(
      html.startsWith('<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'),
    ).toBe(true);
    const policy = /^<meta http-equiv="Content-Security-Policy" content="([^"]+)">$/m.exec(html);
    expect(html.indexOf('<meta charset')).toBeLessThan(policy!.index);
    expect(policy!.index).toBeLessThan(html.indexOf('<title>'));
    const directives = policy![1]!.split('; ');
    expect(directives).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        'img-src data:',
        'font-src data:',
      ]),
    );
    expect(html).not.toMatch(/<script|<link|<iframe|@import|url\(/);
  });

  it('asks for nothing from anywhere', () => {
    const addresses = [...toHtml(lesson()).matchAll(/\s(?:src|href|action)="([^"]*)"/g)].map(
      (match) => match[1],
    );
    expect(addresses).toEqual([
      'https://example.org/learn/neural-networks',
      `data:image/png;base64,${PIXEL}`,
    ]);
  });

  it('shows the description of a figure as its text, with or without a picture', () => {
    const figure = {
      kind: 'figure' as const,
      title: 'Loss',
      caption: '',
      description: 'It "falls".',
    };
    const outputs = [
      { ...figure, png: PIXEL },
      { ...figure, png: 'nonsense" onerror="' },
    ];
    const html = toHtml(lesson({ blocks: [cell({ outputs })] }));
    expect(html).toContain('alt="It &quot;falls&quot;."');
    expect(html).toContain('<figure><p>It &quot;falls&quot;.</p>');
    expect(html).not.toContain('nonsense');
  });

  it('shows what a control was set to, by its label', () => {
    const head = { key: 'k', name: 'on', label: 'Shuffle & mix' };
    const control = { kind: 'toggle' as const, ...head, value: true };
    const html = toHtml(lesson({ blocks: [cell({ outputs: [{ kind: 'control', control }] })] }));
    expect(html).toContain('<p><b>Shuffle &amp; mix</b>: on</p>');
  });

  it('marks the cells that differ from the lesson', () => {
    const html = toHtml(lesson());
    expect(html.match(/changed from the lesson/g)).toHaveLength(1);
    expect(html.indexOf('changed from the lesson')).toBeGreaterThan(
      html.indexOf('<span>Train</span>'),
    );
  });

  it('links only to the web, and links of the course to where it is', () => {
    expect(toHtml(lesson({ url: 'javascript:alert(1)' }))).not.toContain('href');
    const html =
      '<p><a class="x" href="/learn/y">y</a> <a href="#z">z</a> <a href="//e.org/">e</a></p>';
    const page = toHtml(lesson({ blocks: [{ kind: 'prose', markdown: '', html }] }));
    expect(page).toContain('<a class="x" href="https://example.org/learn/y">');
    expect(page).toContain('<a href="#z">z</a> <a href="//e.org/">');
  });
});

describe('highlighted code', () => {
  it('is taken as our highlighter makes it', () => {
    const code = "const a = 1; // <b> & 'c'\nf(a);\n";
    const html =
      '<span class="line"><span class="code-keyword">const </span>a = <span class="code-number">1</span>; ' +
      `<span class="code-comment">// &lt;b&gt; &amp; 'c'</span></span>\n` +
      '<span class="line"><span class="code-function">f</span>(a);</span>\n<span class="line"></span>';
    expect(highlightedCode(code, html)).toBe(html);
    const page = toHtml(lesson({ blocks: [cell({ id: 'a', code })] }), {
      highlighted: new Map([['a', html]]),
    });
    expect(page).toContain(html);
  });

  it('is replaced by the plain code where it is of other code, or more than code', () => {
    const other = '<span class="line">a &lt; b</span>';
    expect(highlightedCode('a < b', other)).toBe(other);
    expect(highlightedCode('a < c', other)).toBe('a &lt; c');
    const hostile = [
      '<span class="line" onclick="x">a</span>',
      '<img src=x>a',
      'a</span></code>',
      '<span class="line">a',
      '</span><span class="line">a',
      '<span class="evil">a</span>',
      '<b>a</b>',
      '&#97;',
      'a<!---->',
    ];
    expect(hostile.map((html) => highlightedCode('a', html))).toEqual(hostile.map(() => 'a'));
  });
});

describe('the style sheet', () => {
  const tokens = readFileSync(new URL('../../app/tokens.css', import.meta.url), 'utf8');
  const block = (css: string, start: string) => {
    const from = css.indexOf(start);
    const body = css.slice(css.indexOf('{', from), css.indexOf('}', from));
    return new Map(
      [...body.matchAll(/(--[\w-]+): ([^;]+);/g)].map((match) => [match[1]!, match[2]!]),
    );
  };

  it('has the colours of the site, all that it uses, light and dark', () => {
    const css = htmlStyles(null);
    const [light, dark] = [block(css, ':root'), block(css, ':root { color-scheme: dark')];
    const ofSite = [block(tokens, ':root {'), block(tokens, ":root[data-theme='dark']")] as const;
    expect(light.size).toBeGreaterThan(10);
    expect([...dark.keys()]).toEqual([...light.keys()]);
    light.forEach((value, name) => expect([name, ofSite[0].get(name)]).toEqual([name, value]));
    dark.forEach((value, name) => expect([name, ofSite[1].get(name)]).toEqual([name, value]));
    const used = new Set([...css.matchAll(/var\((--[\w-]+)\)/g)].map((match) => match[1]!));
    expect([...used].sort()).toEqual([...light.keys()].sort());
  });

  it('shows formulas as MathML unless it is given the style of KaTeX, which cannot end it', () => {
    expect(htmlStyles(null)).toContain('.katex-html { display: none; }');
    const css = htmlStyles('.katex {} </style><script>');
    expect(css).not.toContain('.katex-html');
    expect(css).not.toContain('</');
  });
});

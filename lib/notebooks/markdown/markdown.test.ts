import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownHtml } from './markdown-html';
import { ownPicture, safeLink } from './safe-address';

const html = (text: string) => markdownHtml(text, 't');

describe('Markdown as HTML', () => {
  it.each([
    ['a *b* **c** ~~d~~ `e`', '<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e</code></p>'],
    ['# One\n\n###### Six', '<h2>One</h2><h6>Six</h6>'],
    ['> said', '<blockquote><p>said</p></blockquote>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['3. a\n\n4. b', '<ol start="3"><li><p>a</p></li><li><p>b</p></li></ol>'],
    ['```ts\nconst a = 1 < 2;\n```', '<pre><code>const a = 1 &lt; 2;</code></pre>'],
    ['a  \nb', '<p>a<br>b</p>'],
    ['***', '<hr>'],
    [
      '- [x] a\n- [ ] b',
      '<ul><li><input type="checkbox" checked disabled aria-label="done"> a</li>' +
        '<li><input type="checkbox" disabled aria-label="to do"> b</li></ul>',
    ],
    [
      '| a | b |\n| - | -: |\n| 1 | 2 |',
      '<table><thead><tr><th>a</th><th align="right">b</th></tr></thead>' +
        '<tbody><tr><td>1</td><td align="right">2</td></tr></tbody></table>',
    ],
    [
      'see[^1]\n\n[^1]: there',
      '<p>see<sup><a href="#t-note-1" aria-label="Note 1">1</a></sup></p>' +
        '<section aria-label="Notes"><ol><li id="t-note-1"><p>there</p></li></ol></section>',
    ],
    [
      '[a](https://example.org "t") and [b][r]\n\n[r]: /learn/x',
      '<p><a href="https://example.org" title="t" target="_blank" rel="noopener noreferrer">a</a> and ' +
        '<a href="/learn/x" target="_blank" rel="noopener noreferrer">b</a></p>',
    ],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(html(text)).toBe(expected);
  });

  it('sets formulas as MathML, and leaves one that is none as it was typed', () => {
    expect(html('$x^2$')).toMatch(/<math.*<msup>.*<\/math>/s);
    expect(html('$$\n\\frac{1}{2}\n$$')).toMatch(/display="block".*<mfrac>/s);
    expect(html('$\\nosuch{<b>}$')).toBe('<p><code>\\nosuch{&lt;b&gt;}</code></p>');
    expect(html('$\\href{javascript:alert(1)}{x}$')).not.toContain('href="javascript');
  });

  it('sets a formula between double dollar signs by itself, also one within a line', () => {
    const block = '<math[^>]* display="block".*?</math>';
    const set = (text: string) =>
      html(text)
        .replace(new RegExp(block, 'gs'), 'BLOCK')
        .replace(/<span class="katex">|<\/span>/g, '')
        .replace(/<math.*?<\/math>/gs, 'INLINE');
    expect(set('$$x^2$$')).toBe('BLOCK');
    expect(set('a $$x^2$$ b $y$')).toBe('<p>a </p>BLOCK<p> b INLINE</p>');
    expect(set('- a $$x^2$$\n- b')).toBe('<ul><li>a BLOCK</li><li>b</li></ul>');
    expect(set('costs $$ 5')).toBe('<p>costs $$ 5</p>');
    expect(set('# a $$x$$')).toBe('<h2>a INLINE</h2>');
  });

  it('shows HTML as the text that it is', () => {
    expect(html('<b onclick="x">a</b>')).toBe('<p>&lt;b onclick=&quot;x&quot;&gt;a&lt;/b&gt;</p>');
    expect(html('<script>alert(1)</script>')).toBe('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('draws pictures that are in the text, and links to others', () => {
    const data = 'data:image/png;base64,iVBORw0KGgo=';
    expect(html(`![a dot](${data})`)).toBe(`<p><img src="${data}" alt="a dot"></p>`);
    expect(html('![a dot](https://example.org/a.png)')).toMatch(
      /<a href="https:\/\/example.org\/a.png"[^>]*>Picture: a dot<\/a>/,
    );
    expect(html('![x](javascript:alert(1))')).toBe('<p>Picture: x</p>');
    expect(html('![x](data:text/html,hello)')).toBe('<p>Picture: x</p>');
  });

  it('gives no markup but its own, whatever the text is', () => {
    const bits = fc.constantFrom(
      ...[
        '<script>',
        '<img src=x onerror=alert(1)>',
        '[a](',
        'javascript:alert(1)',
        ')',
        '![',
        '](',
        '"',
      ],
      ...[
        "'",
        '>',
        '<',
        '&',
        '`',
        '$',
        '\n\n',
        '# ',
        '- ',
        '|',
        '[^1]',
        'data:text/html,',
        ' onload=',
        '\\',
      ],
    );
    const text = fc
      .array(fc.oneof(bits, fc.string()), { maxLength: 14 })
      .map((list) => list.join(''));
    fc.assert(
      fc.property(text, (source) => {
        const tags =
          html(source)
            .replace(/<math.*?<\/math>/gs, '')
            .match(/<[^>]*>/g) ?? [];
        for (const tag of tags) {
          expect(tag).not.toMatch(/^<\/?(?:script|iframe|object|style|svg|form)/i);
          expect(tag.replace(/"[^"]*"/g, '')).not.toMatch(/\son\w+\s*=/i);
          expect(tag).not.toMatch(/(?:href|src)="\s*(?:javascript|data:text|vbscript)/i);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('addresses', () => {
  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'blob:https://example.org/1',
    'file:///etc/passwd',
    'http://[',
  ])('%j is no link', (address) => {
    expect(safeLink(address)).toBeNull();
  });

  it.each([
    'https://example.org/a',
    'http://a',
    'mailto:a@example.org',
    '/learn/x',
    '#part',
    'x.html',
  ])('%j is a link', (address) => {
    expect(safeLink(address)).toBe(address);
  });

  it('of pictures are those of the text itself', () => {
    expect(ownPicture('data:image/webp;base64,AA')).not.toBeNull();
    expect(ownPicture('data:text/html,x')).toBeNull();
    expect(ownPicture('https://example.org/a.png')).toBeNull();
  });
});

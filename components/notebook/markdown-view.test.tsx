import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { FormulaView } from './formula-view';
import { MarkdownView } from './markdown-view';

const html = (text: string) => renderToStaticMarkup(<MarkdownView text={text} prefix="t" />);

/** Without the names of classes, which the build makes. */
const plain = (text: string) => html(text).replace(/ class="[^"]*"/g, '');

describe('MarkdownView', () => {
  it('draws elements with their attributes', () => {
    expect(plain('**a** [b](https://example.org)')).toBe(
      '<p><strong>a</strong> <a href="https://example.org" target="_blank" rel="noopener noreferrer">b</a></p>',
    );
    expect(plain('- [x] done')).toContain(
      '<input type="checkbox" disabled="" aria-label="done" readOnly="" checked=""/>',
    );
    expect(plain('***')).toBe('<hr/>');
  });

  it('lets a table scroll inside itself', () => {
    expect(html('| a |\n| - |\n| 1 |')).toMatch(/data-scroller=""[^>]*aria-label="Table"><table/);
  });

  it('shows HTML as text', () => {
    expect(plain('<img src=x onerror=alert(1)>')).toBe('&lt;img src=x onerror=alert(1)&gt;');
  });

  it('has formulas as they were typed until they are set', () => {
    expect(plain('$x^2$')).toBe('<p><code>x^2</code></p>');
  });
});

describe('FormulaView', () => {
  it('sets a formula, or says why it can’t', () => {
    const set = renderToStaticMarkup(<FormulaView tex="x^2" display={false} />);
    expect(set).toContain('class="katex"');
    const fault = renderToStaticMarkup(<FormulaView tex="\frac{1}" display />);
    expect(fault).toContain('\\frac{1} <span>(');
    expect(fault).not.toContain('katex-html');
  });
});

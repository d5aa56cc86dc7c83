import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CodeDiff } from './code-diff';

const render = (before: string, after: string) =>
  renderToStaticMarkup(
    <CodeDiff before={before} after={after} names={['Mine', 'Theirs']} of="Train the network" />,
  );

describe('CodeDiff, as text', () => {
  it('says what goes and what comes by element, sign and word', () => {
    const html = render('const a = 1;\nfit();', 'const a = 2;\nfit();');
    expect(html).toMatch(/<del[^>]*><span[^>]*>Goes: <\/span>− const a = 1;\n<\/del>/);
    expect(html).toMatch(/<ins[^>]*><span[^>]*>Comes: <\/span>\+ const a = 2;\n<\/ins>/);
    expect(html).toMatch(/<span[^>]*> {2}fit\(\);\n<\/span>/);
    expect(html).toContain('aria-label="Train the network: Mine and Theirs"');
  });

  it('shows code, not markup', () => {
    expect(render('a', '<b>')).toContain('+ &lt;b&gt;');
  });

  it('says that there is no difference', () => {
    expect(render('a', 'a')).toContain('The two are the same.');
  });
});

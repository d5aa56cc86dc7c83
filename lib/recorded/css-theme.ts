import { TOKENS, type Theme } from '@/lib/figures/theme';

/**
 * A picture that stands by itself has none of the page's fonts. Those named are no wider than Inter, for which it was
 * laid out; what a system calls its own may be, and run over the edge.
 */
const FACE = "Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, system-ui, sans-serif";

/**
 * The colours of the site's style sheet for drawings, in light or in dark.
 *
 * @param css `app/tokens.css`
 * @throws {Error} when a token is missing
 */
export function cssTheme(css: string, theme: 'light' | 'dark'): Theme {
  const light = block(css, ':root');
  const own = theme === 'light' ? light : { ...light, ...block(css, ":root[data-theme='dark']") };
  const token = (name: string) => {
    const value = own[name];
    if (value === undefined) throw new Error(`app/tokens.css has no ${name}.`);
    return value;
  };
  const colors = Object.entries(TOKENS).map(([key, name]) => [key, token(name)]);
  const classes = Object.keys(own).filter((name) => /^--class-\d+$/.test(name));
  return {
    ...(Object.fromEntries(colors) as Record<keyof typeof TOKENS, string>),
    classes: classes.map(token),
    face: FACE,
  };
}

function block(css: string, selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const text = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...text.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** The tokens of `app/tokens.css` that an exported page uses (a test compares them). */
const LIGHT = `
  --paper: #fdfcfa;
  --paper-sunk: #f5f3ee;
  --ink: #1c1b1a;
  --ink-soft: #55524d;
  --rule: #e2ded6;
  --rule-strong: #b9b3a8;
  --accent: #0b6b62;
  --state-stale: #a15c00;
  --state-error: #b3261e;
  --error-soft: #fbeae8;
  --notice-soft: #fbf1df;
  --code-ink: #24292f;
  --code-keyword: #8b2f8f;
  --code-string: #2d6a31;
  --code-number: #a04a00;
  --code-comment: #6a665f;
  --code-function: #1f54a8;
  --code-type: #0b6b62;`;

const DARK = `
  --paper: #16181b;
  --paper-sunk: #1e2125;
  --ink: #e9e6e0;
  --ink-soft: #b5b1aa;
  --rule: #33373d;
  --rule-strong: #5a5f67;
  --accent: #5cc8b8;
  --state-stale: #e0a34a;
  --state-error: #f28b82;
  --error-soft: #3a2221;
  --notice-soft: #362c1a;
  --code-ink: #d9d6d0;
  --code-keyword: #d59bd8;
  --code-string: #93c996;
  --code-number: #eda66b;
  --code-comment: #9b978f;
  --code-function: #92b8f5;
  --code-type: #6fd0c1;`;

const PAGE = `
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 43rem; padding: 2rem 1rem 4rem;
  font: 400 1.125rem / 1.58 'Source Serif 4', Georgia, 'Times New Roman', serif; overflow-wrap: break-word; }
h1, h2, h3, h4, .label, .title, table, figcaption, header p { font-family: Inter, system-ui, sans-serif; }
h1, h2, h3, h4 { line-height: 1.25; margin: 2em 0 0.75em; break-after: avoid; }
h1 { font-size: 2rem; margin-top: 0; }
a { color: var(--accent); }
img, svg { max-width: 100%; height: auto; }
header { margin-bottom: 3rem; padding-bottom: 1rem; border-bottom: 1px solid var(--rule); }
header p { margin: 0; color: var(--ink-soft); font-size: 0.875rem; }
blockquote { margin: 0 0 1.25em; padding-left: 1.5rem; border-left: 2px solid var(--rule-strong); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
code, pre { font-family: 'JetBrains Mono', ui-monospace, Menlo, Consolas, monospace; font-size: 0.875rem;
  font-variant-ligatures: none; }
pre { margin: 0; overflow-x: auto; line-height: 1.55; tab-size: 2; }
pre code { font-size: inherit; }
.prose pre { padding: 1rem; background: var(--paper-sunk); color: var(--code-ink); }
aside, .aside { margin: 0 0 1.25em; padding-left: 1rem; border-left: 2px solid var(--rule); color: var(--ink-soft);
  font-size: 0.9375rem; }
details { margin: 0 0 1.25em; padding: 0.5rem 1rem; border: 1px solid var(--rule); border-radius: 0.375rem; }
summary { cursor: pointer; font: 400 0.9375rem / 1.5 Inter, system-ui, sans-serif; }
kbd { padding: 0 0.25em; border: 1px solid var(--rule-strong); border-radius: 0.25rem; font-size: 0.875em; }
.prose figure .label { margin: 0.5rem 0; }
.prose figure { margin: 0 0 1.25em; }`;

const CELL = `
.cell { margin: 2rem 0; border: 1px solid var(--rule); border-radius: 0.375rem; }
.cell .title { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: 0; padding: 0.5rem 1rem; font-size: 0.875rem;
  font-weight: 600; }
.cell .changed { color: var(--ink-soft); font-weight: 400; }
.cell .code { padding: 1rem; background: var(--paper-sunk); color: var(--code-ink); }
.outputs { display: grid; gap: 1rem; padding: 1rem; }
.outputs > * { margin: 0; min-width: 0; }
.outputs p { white-space: pre-wrap; }
.console .warn { color: var(--state-stale); }
.console .error { color: var(--state-error); }
.label { font-size: 0.75rem; font-weight: 600; }
.notice { padding: 0.5rem 1rem; background: var(--notice-soft); font-size: 0.9375rem; }
.failure { padding: 0.5rem 1rem; background: var(--error-soft); font: 400 0.875rem / 1.55 Inter, system-ui, sans-serif;
  white-space: pre-wrap; }
.failure strong { color: var(--state-error); }
.scroll { overflow-x: auto; }
.scroll p { margin: 0.5rem 0 0; color: var(--ink-soft); font-size: 0.875rem; }
table { border-collapse: collapse; font-size: 0.875rem; font-variant-numeric: tabular-nums; }
caption { padding-bottom: 0.5rem; color: var(--ink-soft); text-align: left; }
th, td { padding: 0.25rem 0.75rem 0.25rem 0; border-bottom: 1px solid var(--rule); text-align: left;
  vertical-align: top; }
figure { margin: 0; }
figure img { display: block; background: #ffffff; }
figcaption { margin-top: 0.5rem; color: var(--ink-soft); font-size: 0.875rem; }
figcaption b { color: var(--ink); }`;

/** Without KaTeX's style sheet a formula is its MathML, which browsers set themselves. */
const MATHML = `
.katex-html { display: none; }
.katex-display { display: block; overflow-x: auto; margin: 1em 0; }`;

const ROLES = ['keyword', 'string', 'number', 'comment', 'function', 'type'];

/** The style sheet of an exported page. `math`: KaTeX's own, with its fonts as `data:` addresses. */
export function htmlStyles(math: string | null): string {
  const roles = ROLES.map((role) => `.code-${role} { color: var(--code-${role}); }`).join('\n');
  const screen = '@media screen and (prefers-color-scheme: dark)';
  const css = `:root { color-scheme: light;${LIGHT}\n}
${screen} {\n:root { color-scheme: dark;${DARK}\n}\n}${PAGE}${CELL}
${roles}
@media print {
  body { max-width: none; padding: 0; font-size: 11pt; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  .outputs > *, figure, tr { break-inside: avoid; }
}${math ?? MATHML}`;
  // The only text that could end a style element; in CSS the escape means the same.
  return css.replaceAll('</', '<\\/');
}

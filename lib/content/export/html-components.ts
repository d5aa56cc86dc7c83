import { escapeHtml } from '@/lib/export/escape-html';
import { CellPlace, Html, html } from './html-runtime';

type Props = { [name: string]: unknown };
type Parts = { [name: string]: (props: Props) => Html | CellPlace };

/** Stands where the page moves; a saved file holds still. */
export const MOVING = 'Here the lesson’s page has a moving drawing of one step of training.';

const text = (value: unknown) => escapeHtml(String(value ?? ''));
const made = (markup: string) => new Html(markup);

/** Stands where the page has an exercise, which needs the page to be solved. */
export const exerciseNote = (title: string | undefined) =>
  `Here the lesson’s page has an exercise${title === undefined ? '' : `: ${title}`}.`;

type Titles = ReadonlyMap<string, string>;

/** What a lesson's MDX is written with in a saved page: plain elements, which `lib/export` styles. */
export const htmlComponents = (titles: Titles): Parts => ({
  ...COMMON,
  Exercise: ({ id }) => made(`<p class="aside">${text(exerciseNote(titles.get(String(id))))}</p>`),
});

const COMMON: Parts = {
  table: ({ children }) =>
    made(
      `<div class="scroll" role="region" aria-label="Table" tabindex="0"><table>${html(children)}</table></div>`,
    ),

  Aside: ({ children }) => made(`<aside aria-label="Note">${html(children)}</aside>`),
  ForwardPass: () => made(`<p class="aside">${MOVING}</p>`),
  Key: ({ children }) => made(`<kbd>${html(children)}</kbd>`),
  Predict: ({ question, children }) =>
    made(`<details><summary><b>Predict</b> ${text(question)}</summary>${html(children)}</details>`),
  SideBySide: ({ left, right, children }) => made(sideBySide([left, right], html(children))),
  Wide: ({ children }) => made(html(children)),

  Cell: ({ id, children }) => new CellPlace(String(id), html(children)),
  CellCode: ({ html: code }) => made(String(code)),
  CodeBlock: ({ html: code }) =>
    made(`<pre class="code" tabindex="0"><code>${String(code)}</code></pre>`),
  DisplayFormula: ({ html: formula }) =>
    made(`<div class="katex-display">${mathOf(formula)}</div>`),
  Formula: ({ html: formula }) => made(mathOf(formula)),
  Picture: ({ src, alt, caption }) =>
    made(
      `<figure><img src="${text(src)}" alt="${text(alt)}">${caption ? `<figcaption>${text(caption)}</figcaption>` : ''}</figure>`,
    ),
};

/** Each block of code under its name, in one figure. */
function sideBySide(names: unknown[], blocks: string): string {
  let at = 0;
  const named = blocks.replace(/<pre\b/g, (pre) => {
    const name = names[at++];
    return name === undefined ? pre : `<p class="label">${text(name)}</p>${pre}`;
  });
  return `<figure>${named}</figure>`;
}

/** KaTeX writes each formula twice: the MathML, which browsers set by themselves, needs neither its style nor its fonts. */
function mathOf(formula: unknown): string {
  return /<math[\s\S]*<\/math>/.exec(String(formula))?.[0] ?? '';
}

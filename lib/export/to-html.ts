import { escapeHtml } from './escape-html';
import { highlightedCode } from './highlighted-code';
import { htmlOutputs } from './html-outputs';
import { htmlStyles } from './html-styles';
import type { ExportedBlock, ExportedCell, ExportedLesson } from './types';

/** What a page has beside the lesson itself. */
export type HtmlParts = {
  /** By cell id: the inner HTML of the code's element, as `highlight` in `lib/content` makes it. */
  highlighted?: ReadonlyMap<string, string>;
  /** KaTeX's style sheet with its fonts as `data:` addresses; without it formulas are MathML. */
  mathStyles?: string;
};

/** No script, and no request to anywhere, whatever is in the page. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

/** The lesson as one HTML file that opens without a network. Only `html` of prose is written as it is. */
export function toHtml(lesson: ExportedLesson, parts: HtmlParts = {}): string {
  const title = escapeHtml(lesson.title);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${htmlStyles(parts.mathStyles ?? null)}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>Saved from Layerwise on ${escapeHtml(lesson.date)}, with outputs of that day. Run it at ${link(lesson.url)}.</p>
</header>
<main>
${lesson.blocks.map((block) => blockHtml(block, lesson, parts)).join('\n')}
</main>
</body>
</html>
`;
}

function blockHtml(block: ExportedBlock, { url }: ExportedLesson, parts: HtmlParts): string {
  switch (block.kind) {
    case 'prose':
      return `<div class="prose">${wholeLinks(block.html, url)}</div>`;
    case 'cell':
      return cellHtml(block, parts.highlighted?.get(block.id));
    default:
      return block satisfies never;
  }
}

function cellHtml(cell: ExportedCell, highlighted: string | undefined): string {
  const { title, code, original, outputs } = cell;
  const name = escapeHtml(title || 'Cell without a title');
  const changed = code === original ? '' : ' <span class="changed">changed from the lesson</span>';
  return `<section class="cell" aria-label="${name}">
<p class="title"><span>${name}</span>${changed}</p>
<pre class="code" tabindex="0"><code>${highlightedCode(code, highlighted)}</code></pre>
${htmlOutputs(outputs)}</section>`;
}

/** Anything but the web stays text. */
function link(url: string): string {
  const text = escapeHtml(url);
  return /^https?:\/\//i.test(url) ? `<a href="${text}">${text}</a>` : text;
}

/** Links from one page of the course to another, made to work from a file. */
function wholeLinks(html: string, url: string): string {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return html;
  const { origin } = new URL(url);
  return html.replace(/(<a\s(?:[^<>]*?\s)?href=")\/(?!\/)/g, `$1${origin}/`);
}

import { cellOf } from './cells';
import { formulaHtml } from './formula';
import { extractHeadings } from './headings';
import { highlight } from './highlight';
import { LANGUAGE_NAMES, type Language } from './languages';
import { becomeElement, descend, type MarkdownNode } from './markdown-node';
import { setQuotes } from './typography';

/** `html` is finished markup: one string costs a page far less than thousands of React elements. */
async function transformFence(node: MarkdownNode, file: string): Promise<void> {
  const language = node.lang as Language;
  const code = node.value ?? '';
  const cell = cellOf(node, file);
  const html = await highlight(code, language);
  if (!cell) {
    becomeElement(node, 'CodeBlock', { html, language: LANGUAGE_NAMES[language] });
    return;
  }
  const source: MarkdownNode = { type: 'code' };
  becomeElement(source, 'CellCode', { html });
  const { id, title, draws } = cell;
  becomeElement(node, 'Cell', { id, title, draws }, { children: [source] });
}

/** A paragraph that holds one image alone is a picture, with the image's title for a caption. */
function transformPicture(paragraph: MarkdownNode): void {
  const image = paragraph.children?.length === 1 ? paragraph.children[0] : undefined;
  if (paragraph.type !== 'paragraph' || image?.type !== 'image') return;
  const { url = '', alt, title } = image;
  becomeElement(paragraph, 'Picture', { src: url, alt: alt ?? '', caption: title ?? '' });
}

async function transformNode(node: MarkdownNode, file: string): Promise<void> {
  switch (node.type) {
    case 'code':
      return transformFence(node, file);
    case 'math':
      return becomeElement(node, 'DisplayFormula', { html: formulaHtml(node, file) });
    case 'inlineMath':
      return becomeElement(node, 'Formula', { html: formulaHtml(node, file) }, { inline: true });
    default:
      return transformPicture(node);
  }
}

/** A remark plugin: ids on headings, typographic quotes, and cells, code, formulas and pictures as finished elements. */
export function remarkLesson({ file }: { file: string }) {
  return async (tree: unknown): Promise<void> => {
    const root = tree as MarkdownNode;
    extractHeadings(root, file);
    setQuotes(root);
    for (const { node } of [...descend(root)]) await transformNode(node, file);
  };
}

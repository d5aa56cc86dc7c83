import katex from 'katex';
import { ContentError } from './content-error';
import { placeOf, type MarkdownNode } from './markdown-node';

/** KaTeX puts the source and a position after its reason; only the reason helps an author. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^KaTeX parse error: /, '');
}

/** Links, images and raw HTML in a formula: with `trust: false` KaTeX would only colour them as errors. */
function refuse({ command }: { command: string }): never {
  throw new Error(`${command} is not allowed.`);
}

/** A formula's HTML, with MathML inside for screen readers. Throws `ContentError` where KaTeX is not content. */
export function formulaHtml(node: MarkdownNode, file: string): string {
  try {
    return katex.renderToString(node.value ?? '', {
      displayMode: node.type === 'math',
      throwOnError: true,
      strict: 'error',
      trust: refuse,
      maxExpand: 1000,
      maxSize: 20,
    });
  } catch (error) {
    throw new ContentError(file, placeOf(node), `formula: ${reasonOf(error)}`);
  }
}

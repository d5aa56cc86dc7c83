import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath);

/** The tree of a text in GitHub's Markdown, with formulas between dollar signs. Every text has one. */
export function parseMarkdown(text: string): Root {
  return parser.parse(text);
}

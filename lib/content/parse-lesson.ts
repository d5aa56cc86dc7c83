import { createProcessor } from '@mdx-js/mdx';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { extractCells, type AuthoredCell } from './cells';
import { checkMarkdown } from './check-markdown';
import { ContentError } from './content-error';
import { extractPlacements, type Placement } from './exercises/placements';
import { formulaHtml } from './formula';
import { splitFrontMatter } from './front-matter';
import { extractHeadings, type Heading } from './headings';
import { descend, type MarkdownNode } from './markdown-node';
import type { FrontMatter } from './schema';

export type ParsedLesson = {
  file: string;
  frontMatter: FrontMatter;
  /** The MDX without its front matter, line for line. */
  body: string;
  cells: AuthoredCell[];
  headings: Heading[];
  /** Where it has its exercises, in order. */
  placements: Placement[];
};

type SyntaxMessage = { reason: string; line?: number; column?: number };

function isSyntaxMessage(error: unknown): error is SyntaxMessage {
  return error instanceof Error && 'reason' in error && 'ruleId' in error;
}

/** MDX's own syntax errors, as sentences with file and line. */
export function toContentError(error: unknown, file: string): unknown {
  if (!isSyntaxMessage(error)) return error;
  const { line, column, reason } = error;
  const place = line === undefined ? null : column === undefined ? { line } : { line, column };
  return new ContentError(file, place, `MDX: ${reason}`);
}

/** The tree of a lesson's MDX, with the place of each node. Throws `ContentError`. */
export function parseTree(body: string, file: string): MarkdownNode {
  try {
    return createProcessor({ remarkPlugins: [remarkGfm, remarkMath] }).parse(body) as MarkdownNode;
  } catch (error) {
    throw toContentError(error, file);
  }
}

/** Throws `ContentError` where KaTeX is not content. */
export function checkFormulas(tree: MarkdownNode, file: string): void {
  for (const { node } of descend(tree)) {
    if (node.type === 'math' || node.type === 'inlineMath') formulaHtml(node, file);
  }
}

/**
 * Reads and checks a lesson without compiling it: pure, no file is touched.
 * `file` is only named in errors. Throws `ContentError`.
 */
export function parseLesson(source: string, file: string): ParsedLesson {
  const { frontMatter, body } = splitFrontMatter(source, file);
  const tree = parseTree(body, file);
  checkMarkdown(tree, file);
  checkFormulas(tree, file);
  const cells = extractCells(tree, file);
  const headings = extractHeadings(tree, file);
  const placements = extractPlacements(tree, file);
  return { file, frontMatter, body, cells, headings, placements };
}

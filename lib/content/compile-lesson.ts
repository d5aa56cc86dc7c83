import { evaluate, type EvaluateOptions } from '@mdx-js/mdx';
import type { MDXContent } from 'mdx/types';
import * as runtime from 'react/jsx-runtime';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import type { MarkdownNode } from './markdown-node';
import { toContentError, type ParsedLesson } from './parse-lesson';
import { remarkLesson } from './remark-lesson';
import { unravel } from './unravel';

/** Compiles a parsed lesson to a component that takes the MDX components. Throws `ContentError`. */
export function compileLesson(parsed: ParsedLesson): Promise<MDXContent> {
  return evaluateLesson(parsed, runtime);
}

/** Compiles some nodes of a document that was parsed; they are not changed. Throws `ContentError`. */
export function compilePiece(nodes: readonly MarkdownNode[], file: string): Promise<MDXContent> {
  return evaluateLesson({ body: '', file }, runtime, unravel(structuredClone([...nodes])));
}

type Runtime = Pick<EvaluateOptions, 'Fragment' | 'jsx' | 'jsxs'>;

/** Puts nodes into an empty document. */
function filled(nodes: readonly MarkdownNode[]) {
  return () => (tree: unknown) => {
    (tree as MarkdownNode).children?.push(...nodes);
  };
}

/** The same with another runtime in place of React's; `nodes` come after the body. Throws `ContentError`. */
export async function evaluateLesson(
  { body, file }: Pick<ParsedLesson, 'body' | 'file'>,
  made: Runtime,
  nodes: readonly MarkdownNode[] = [],
): Promise<MDXContent> {
  try {
    const module = await evaluate(body, {
      ...made,
      remarkPlugins: [remarkGfm, remarkMath, filled(nodes), [remarkLesson, { file }]],
      remarkRehypeOptions: {
        clobberPrefix: 'note-',
        footnoteLabel: 'Notes and references',
        footnoteLabelProperties: { className: [] },
        footnoteBackLabel: (index: number) => `Back to note ${index + 1} in the text`,
      },
    });
    return module.default;
  } catch (error) {
    throw toContentError(error, file);
  }
}

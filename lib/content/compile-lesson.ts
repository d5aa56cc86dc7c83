import { evaluate, type EvaluateOptions } from '@mdx-js/mdx';
import type { MDXContent } from 'mdx/types';
import * as runtime from 'react/jsx-runtime';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { toContentError, type ParsedLesson } from './parse-lesson';
import { remarkLesson } from './remark-lesson';

/** Compiles a parsed lesson to a component that takes the MDX components. Throws `ContentError`. */
export function compileLesson(parsed: ParsedLesson): Promise<MDXContent> {
  return evaluateLesson(parsed, runtime);
}

type Runtime = Pick<EvaluateOptions, 'Fragment' | 'jsx' | 'jsxs'>;

/** The same with another runtime in place of React's. Throws `ContentError`. */
export async function evaluateLesson(
  { body, file }: Pick<ParsedLesson, 'body' | 'file'>,
  made: Runtime,
): Promise<MDXContent> {
  try {
    const module = await evaluate(body, {
      ...made,
      remarkPlugins: [remarkGfm, remarkMath, [remarkLesson, { file }]],
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

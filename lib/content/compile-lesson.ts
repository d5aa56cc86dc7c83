import { evaluate } from '@mdx-js/mdx';
import type { MDXContent } from 'mdx/types';
import * as runtime from 'react/jsx-runtime';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { toContentError, type ParsedLesson } from './parse-lesson';
import { remarkLesson } from './remark-lesson';

/** Compiles a parsed lesson to a component that takes the MDX components. Throws `ContentError`. */
export async function compileLesson({ body, file }: ParsedLesson): Promise<MDXContent> {
  try {
    const module = await evaluate(body, {
      ...runtime,
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

import type { MDXComponents } from 'mdx/types';
import type { ComponentProps } from 'react';
import { Cell } from '@/components/cell/cell';
import { RecordedCell } from '@/components/recorded/recorded-cell';
import { recordedWords } from '@/lib/lesson/recorded-words';
import type { StillLesson, StillOutput } from '@/lib/recorded/still';
import { mdxComponents } from './mdx-components';

/** What a lesson's MDX is drawn with: its cells show what was recorded of them. */
export function lessonComponents(recorded: StillLesson | null): MDXComponents {
  if (recorded === null) return mdxComponents;
  const LessonCell = (props: ComponentProps<typeof Cell>) => {
    const output = outputOf(recorded, props.id);
    return output === null ? <Cell {...props} /> : <RecordedCell {...props} recorded={output} />;
  };
  return { ...mdxComponents, Cell: LessonCell };
}

function outputOf({ cells, recorded }: StillLesson, id: string): StillOutput | null {
  const cell = cells[id];
  if (cell === undefined) return null;
  const { outputs, figures, file, ms, device } = cell;
  return { outputs, figures, file, made: recordedWords({ recorded, ms, device }) };
}

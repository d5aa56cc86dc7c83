import type { MDXComponents } from 'mdx/types';
import type { ComponentProps } from 'react';
import { Cell } from '@/components/cell/cell';
import { RecordedCell } from '@/components/recorded/recorded-cell';
import { StillOutputs } from '@/components/recorded/still-outputs';
import { recordedWords } from '@/lib/lesson/recorded-words';
import type { StillCell, StillLesson, StillOutput } from '@/lib/recorded/still';
import { mdxComponents } from './mdx-components';

/** What a lesson's MDX is drawn with: its cells show what was recorded of them. */
export function lessonComponents(recorded: StillLesson | null): MDXComponents {
  if (recorded === null) return mdxComponents;
  const LessonCell = (props: ComponentProps<typeof Cell>) => {
    const still = recorded.cells[props.id];
    return still === undefined ? (
      <Cell {...props} />
    ) : (
      <RecordedCell
        {...props}
        recorded={outputOf(still, recorded)}
        still={<StillOutputs still={still} />}
      />
    );
  };
  return { ...mdxComponents, Cell: LessonCell };
}

function outputOf(still: StillCell, { recorded }: StillLesson): StillOutput {
  const { outputs, file, ms, device } = still;
  return {
    outputs: file === null ? [] : outputs,
    file,
    made: recordedWords({ recorded, ms, device }),
  };
}

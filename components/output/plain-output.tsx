import { memo } from 'react';
import type { SingleOutput } from '@/lib/lesson/output-blocks';
import { TableView } from './table-view';
import { ValueView } from './value-view';
import styles from './output.module.css';

type Props = { output: Exclude<SingleOutput, { kind: 'figure' }> };

/** One output that is the same when it was recorded as when it has just been made. Memoised: a thousand may stand in a row. */
export const PlainOutput = memo(function PlainOutput({ output }: Props) {
  switch (output.kind) {
    case 'value':
      return (
        <div className={styles.value}>
          <ValueView value={output.value} alone />
        </div>
      );
    case 'text':
      return <p className={styles.text}>{output.text}</p>;
    case 'table':
      return <TableView table={output} />;
    case 'notice':
      return <p className={styles.notice}>{output.text}</p>;
    default:
      return output satisfies never;
  }
});

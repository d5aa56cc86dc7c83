import type { FigureHistory } from '@/lib/kernel/state';
import type { SingleOutput } from '@/lib/lesson/output-blocks';
import { FigureSlot } from './figure-slot';
import { TableView } from './table-view';
import { ValueView } from './value-view';
import styles from './output.module.css';

type Props = {
  output: SingleOutput;
  figures: Readonly<Record<string, FigureHistory>>;
  /** Whether the run that made it is still going on. */
  live: boolean;
};

/** One output other than the console's and the controls. */
export function OutputView({ output, figures, live }: Props) {
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
    case 'figure': {
      const { figure } = output;
      return <FigureSlot history={figures[figure.id] ?? { figure, frames: [] }} live={live} />;
    }
    case 'notice':
      return <p className={styles.notice}>{output.text}</p>;
    default:
      return output satisfies never;
  }
}

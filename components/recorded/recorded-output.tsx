'use client';

import { useMemo } from 'react';
import { ConsoleView } from '@/components/output/console-view';
import { FigureSlot } from '@/components/output/figure-slot';
import styles from '@/components/output/output.module.css';
import { TableView } from '@/components/output/table-view';
import { ValueView } from '@/components/output/value-view';
import { outputBlocks, type OutputBlock } from '@/lib/lesson/output-blocks';
import type { StillOutput } from '@/lib/recorded/still';
import { StillFigureView } from './still-figure';
import type { Replay } from './use-replay';

type Props = { still: StillOutput; replay: Replay };

/** What a cell showed when it was recorded: pictures of its figures, and the figures themselves once they are here. */
export function RecordedOutput({ still, replay }: Props) {
  const blocks = useMemo(() => outputBlocks(still.outputs), [still.outputs]);
  return (
    <div
      className={styles.outputs}
      onPointerDown={still.file === null ? undefined : () => void replay.fetch()}
    >
      {blocks.map((block, index) => (
        <Block key={index} block={block} still={still} replay={replay} />
      ))}
    </div>
  );
}

type BlockProps = Props & { block: OutputBlock };

function Block({ block, still, replay }: BlockProps) {
  switch (block.kind) {
    case 'console':
      return <ConsoleView lines={block.lines} />;
    case 'control':
      return null;
    case 'single':
      return <Single output={block.output} still={still} replay={replay} />;
    default:
      return block satisfies never;
  }
}

type SingleProps = Props & { output: Extract<OutputBlock, { kind: 'single' }>['output'] };

function Single({ output, still, replay }: SingleProps) {
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
    case 'figure': {
      const { id } = output.figure;
      const history = replay.figures?.[id];
      const picture = still.figures[id];
      if (history !== undefined) return <FigureSlot history={history} live={false} />;
      return picture === undefined ? null : <StillFigureView figure={picture} />;
    }
    default:
      return output satisfies never;
  }
}

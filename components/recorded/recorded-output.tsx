'use client';

import { Fragment, useMemo } from 'react';
import { ConsoleView } from '@/components/output/console-view';
import styles from '@/components/output/output.module.css';
import { PlainOutput } from '@/components/output/plain-output';
import type { CellSnapshot } from '@/lib/kernel/state';
import { outputBlocks, type OutputBlock, type SingleOutput } from '@/lib/lesson/output-blocks';
import type { StillFigure, StillOutput } from '@/lib/recorded/still';
import { LateOutput } from './late-output';
import own from './recorded.module.css';
import { StillFigureView } from './still-figure';
import type { Replay } from './use-replay';

type Props = { cell: CellSnapshot; still: StillOutput; replay: Replay };

/** What a cell showed when it was recorded: pictures of its figures, and the figures themselves once they are here. */
export function RecordedOutput({ cell, still, replay }: Props) {
  const { outputs } = still;
  const { figures } = replay;
  const shown = useMemo(
    () => (figures === null ? null : { ...cell, outputs, figures }),
    [cell, outputs, figures],
  );
  if (shown !== null) return <LateOutput cell={shown} onGoTo={nowhere} recorded />;
  return <StillOutputs still={still} onPress={() => void replay.fetch()} />;
}

/** Only errors and tensors left in memory lead to lines, and a recording has neither. */
const nowhere = () => undefined;

function StillOutputs({ still, onPress }: { still: StillOutput; onPress: () => void }) {
  const blocks = useMemo(() => outputBlocks(still.outputs), [still.outputs]);
  const first = blocks.findIndex((block) => figureOf(block, still)?.time === 'shared');
  return (
    <div className={styles.outputs} onPointerDown={onPress}>
      {blocks.map((block, index) => (
        <Fragment key={index}>
          {/* The place of the bar that moves them. */}
          {index === first && <div className={own.bar} />}
          <Block block={block} still={still} />
        </Fragment>
      ))}
    </div>
  );
}

function figureOf(block: OutputBlock, still: StillOutput): StillFigure | undefined {
  if (block.kind !== 'single' || block.output.kind !== 'figure') return undefined;
  return still.figures[block.output.figure.id];
}

function Block({ block, still }: { block: OutputBlock; still: StillOutput }) {
  switch (block.kind) {
    case 'console':
      return <ConsoleView lines={block.lines} />;
    case 'control':
      // It was recorded in words.
      return null;
    case 'single':
      return <Single output={block.output} figure={figureOf(block, still)} />;
    default:
      return block satisfies never;
  }
}

type SingleProps = { output: SingleOutput; figure: StillFigure | undefined };

function Single({ output, figure }: SingleProps) {
  if (output.kind !== 'figure') return <PlainOutput output={output} />;
  return figure === undefined ? null : <StillFigureView figure={figure} />;
}

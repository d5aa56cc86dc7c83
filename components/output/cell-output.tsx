'use client';

import { useMemo } from 'react';
import { SharedTimes } from '@/components/figure/figure-time';
import type { CellSnapshot } from '@/lib/kernel/state';
import { type OutputBlock, outputBlocks } from '@/lib/lesson/output-blocks';
import { ConsoleView } from './console-view';
import { ControlSlot } from './control-slot';
import { ErrorView, type GoTo } from './error-view';
import { MemoryView } from './memory-view';
import { OutputBoundary } from './output-boundary';
import { OutputView } from './output-view';
import styles from './output.module.css';
import { TimeBars } from './time-bars';
import { useKeptControls } from './use-kept-controls';
import { useSharedTimes } from './use-shared-times';

type Props = { cell: CellSnapshot; onGoTo: GoTo };

/** All that a cell's last run has shown, in order, then its error and what it left in memory. */
export function CellOutput({ cell, onGoTo }: Props) {
  const outputs = useKeptControls(cell);
  const blocks = useMemo(() => outputBlocks(outputs), [outputs]);
  const { groups, timeOf } = useSharedTimes(outputs, cell);
  return (
    <div className={styles.outputs}>
      <SharedTimes value={timeOf}>
        {blocks.map((block, index) => (
          <OutputBoundary key={blockKey(block, index)} attempt={cell.run}>
            <Block block={block} cell={cell} />
          </OutputBoundary>
        ))}
      </SharedTimes>
      {cell.error !== null && <ErrorView error={cell.error} onGoTo={onGoTo} />}
      {cell.memory !== null && <MemoryView memory={cell.memory} onGoTo={onGoTo} />}
      <TimeBars groups={groups} live={cell.state === 'running'} />
    </div>
  );
}

function Block({ block, cell }: { block: OutputBlock; cell: CellSnapshot }) {
  switch (block.kind) {
    case 'console':
      return <ConsoleView lines={block.lines} />;
    case 'control':
      return <ControlSlot cell={cell.id} control={block.control} held={cell.controls} />;
    case 'single': {
      const live = cell.state === 'running';
      return <OutputView output={block.output} figures={cell.figures} live={live} />;
    }
    default:
      return block satisfies never;
  }
}

/** A figure or a control keeps its place on the page from run to run, whatever is printed before it. */
function blockKey(block: OutputBlock, index: number): string {
  if (block.kind === 'control') return `control ${block.control.key}`;
  return block.kind === 'single' && block.output.kind === 'figure'
    ? `figure ${block.output.figure.id}`
    : `${index}`;
}

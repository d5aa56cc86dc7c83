'use client';

import { Fragment, useMemo } from 'react';
import { Branching, SharedTimes } from '@/components/figure/figure-time';
import { RunsSlot } from '@/components/runs/runs-slot';
import type { CellSnapshot } from '@/lib/kernel/state';
import { type OutputBlock, outputBlocks } from '@/lib/lesson/output-blocks';
import { isBusy } from '@/lib/lesson/state-words';
import { ConsoleView } from './console-view';
import { ControlSlot } from './control-slot';
import { ErrorView, type GoTo } from './error-view';
import { MemoryView } from './memory-view';
import { OutputBoundary } from './output-boundary';
import { OutputView } from './output-view';
import styles from './output.module.css';
import { TimeBars } from './time-bars';
import { useGradual } from './use-gradual';
import { useKeptControls } from './use-kept-controls';
import { useSharedTimes } from './use-shared-times';

type Props = {
  cell: CellSnapshot;
  onGoTo: GoTo;
  /** It is what was recorded, and not of a run on this page. */
  recorded?: boolean;
};

/** All that a cell's last run has shown, in order, then its error and what it left in memory. */
export function CellOutput({ cell, onGoTo, recorded = false }: Props) {
  const outputs = useKeptControls(cell);
  const blocks = useMemo(() => outputBlocks(outputs), [outputs]);
  const { groups, timeOf } = useSharedTimes(outputs, cell);
  const branching = useBranching(cell);
  const drawn = useGradual(blocks.length);
  const first = blocks.findIndex((block) => isTimed(block, timeOf));
  return (
    <div className={styles.outputs}>
      <Branching value={branching}>
        <SharedTimes value={timeOf}>
          {blocks.slice(0, drawn).map((block, index) => (
            <Fragment key={blockKey(block, index)}>
              {index === first && <TimeBars groups={groups} live={cell.state === 'running'} />}
              <OutputBoundary attempt={cell.run}>
                <Block block={block} cell={cell} />
              </OutputBoundary>
            </Fragment>
          ))}
        </SharedTimes>
      </Branching>
      {!recorded && <RunsSlot cell={cell} />}
      {cell.error !== null && <ErrorView error={cell.error} onGoTo={onGoTo} />}
      {cell.memory !== null && <MemoryView memory={cell.memory} onGoTo={onGoTo} />}
    </div>
  );
}

/** Whether a block is a figure that shares its time with others; the bar that moves them stands above the first. */
function isTimed(block: OutputBlock, timeOf: (figure: string) => unknown): boolean {
  if (block.kind !== 'single' || block.output.kind !== 'figure') return false;
  return timeOf(block.output.figure.id) !== null;
}

/** What a figure needs to know to offer that training goes on from a step; null while the cell is to run anyway. */
function useBranching({ id, branches, state }: CellSnapshot) {
  const can = branches.steps.length > 0 && !isBusy(state);
  return useMemo(() => (can ? { id, branches } : null), [can, id, branches]);
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

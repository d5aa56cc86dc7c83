'use client';

import { useMemo } from 'react';
import type { CellSnapshot } from '@/lib/kernel/state';
import { memoryWords } from '@/lib/lesson/memory-words';
import { type OutputBlock, outputBlocks } from '@/lib/lesson/output-blocks';
import { ConsoleView } from './console-view';
import { ErrorView, type GoTo } from './error-view';
import { OutputBoundary } from './output-boundary';
import { OutputView } from './output-view';
import styles from './output.module.css';

type Props = { cell: CellSnapshot; onGoTo: GoTo };

/** All that a cell's last run has shown, in order, then its error and what it left in memory. */
export function CellOutput({ cell, onGoTo }: Props) {
  const blocks = useMemo(() => outputBlocks(cell.outputs), [cell.outputs]);
  const memory = cell.memory === null ? null : memoryWords(cell.memory);
  return (
    <div className={styles.outputs}>
      {blocks.map((block, index) => (
        <OutputBoundary key={blockKey(block, index)} attempt={cell.run}>
          {block.kind === 'console' ? (
            <ConsoleView lines={block.lines} />
          ) : (
            <OutputView
              output={block.output}
              figures={cell.figures}
              live={cell.state === 'running'}
            />
          )}
        </OutputBoundary>
      ))}
      {cell.error !== null && <ErrorView error={cell.error} onGoTo={onGoTo} />}
      {memory !== null && <p className={styles.memory}>{memory}</p>}
    </div>
  );
}

/** A figure keeps its place on the page from run to run, whatever is printed before it. */
function blockKey(block: OutputBlock, index: number): string {
  return block.kind === 'single' && block.output.kind === 'figure'
    ? `figure ${block.output.figure.id}`
    : `${index}`;
}

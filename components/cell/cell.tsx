'use client';

import { type ReactNode, useCallback, useEffect, useId, useRef } from 'react';
import { CellEditor } from '@/components/editor/cell-editor';
import { useCell } from '@/components/lesson/use-cell';
import { useLesson } from '@/components/lesson/use-lesson';
import { EditedMark } from '@/components/transfer/edited-mark';
import { LateOutput as CellOutput } from '@/components/recorded/late-output';
import { EarlierOutput } from '@/components/versions/earlier-output';
import { NoticesSlot } from '@/components/versions/notices-slot';
import { TitleTools } from '@/components/versions/title-tools';
import type { CellSnapshot } from '@/lib/kernel/state';
import { announcement, isBusy } from '@/lib/lesson/state-words';
import { CellBar } from './cell-bar';
import styles from './cell.module.css';
import { goToLine } from './go-to-line';
import { useApproach } from './use-approach';
import { useHeldHeight } from './use-held-height';
import { useLateOutputs } from './use-late-outputs';
import { useRunKey } from './use-run-key';

type Props = {
  id: string;
  title: string;
  /** What a run shows, e.g. "the loss and the weights, epoch by epoch"; empty for none. */
  draws: string;
  /** What stands in the place of its output while it has never run. */
  instead?: ((cell: CellSnapshot) => ReactNode) | null;
  /** The reader has come near. */
  onApproach?: () => void;
  /** What stands in the place of the title, where that can be written. */
  heading?: ReactNode;
  /** The lesson's code, highlighted by the server. */
  children: ReactNode;
};

/** A code cell: title, code, a bar to run it, and what it shows, as one object. */
export function Cell({ id, title, draws, instead = null, onApproach, heading, children }: Props) {
  const store = useLesson();
  const cell = useCell(id);
  const titleId = useId();
  const section = useRef<HTMLElement>(null);
  const code = useRef<HTMLDivElement>(null);
  const run = useCallback(() => store.run(id), [store, id]);
  const edit = useCallback((text: string) => store.edit(id, text), [store, id]);
  useApproach(section, () => {
    store.approach('cell');
    CellOutput.fetchAhead();
    onApproach?.();
  });
  useRunKey(section, code, run, () => store.runTo(id));
  return (
    <section
      ref={section}
      id={`cell-${id}`}
      className={styles.cell}
      data-cell={id}
      data-state={cell.state}
      aria-labelledby={titleId}
    >
      <p className={styles.title}>
        <span id={titleId} className={heading ? styles.spoken : undefined}>
          {title}
        </span>
        {heading}
        {store.kind === 'lesson' && <EditedMark cell={cell} titleId={titleId} />}
        <TitleTools cell={cell} titleId={titleId} />
      </p>
      <NoticesSlot cell={cell} />
      <div ref={code} className={styles.code}>
        <CellEditor
          cellId={id}
          title={title}
          value={cell.code}
          original={cell.original}
          onChange={edit}
          onRun={run}
          error={cell.state === 'error' ? cell.error : null}
        >
          {children}
        </CellEditor>
      </div>
      <CellBar cell={cell} titleId={titleId} onRun={run} />
      <Expectation
        draws={instead === null ? draws : ''}
        waiting={isBlank(cell) && cell.state !== 'done'}
      />
      <OutputArea cell={cell} onGoTo={(line, column) => goToLine(code.current, line, column)}>
        {instead?.(cell) ?? null}
      </OutputArea>
    </section>
  );
}

/** What a run will show, until one has; without scripts, that it takes them. */
function Expectation({ draws, waiting }: { draws: string; waiting: boolean }) {
  const what = draws === '' ? '' : `: it draws ${draws}`;
  return (
    <>
      <noscript>
        <p className={styles.expectation}>With JavaScript on, you can run this cell{what}.</p>
      </noscript>
      {waiting && draws !== '' && (
        <p className={`${styles.expectation} ${styles.scripted}`}>Draws {draws}.</p>
      )}
    </>
  );
}

type OutputProps = {
  cell: CellSnapshot;
  onGoTo: (line: number, column: number) => void;
  /** What stands there before the cell has anything to show; null for nothing. */
  children: ReactNode;
};

function OutputArea({ cell, onGoTo, children }: OutputProps) {
  const area = useRef<HTMLDivElement>(null);
  const busy = isBusy(cell.state);
  const late = useLateOutputs(cell) && children !== null;
  useHeldHeight(area, busy);
  useEffect(() => {
    // A run may be asked for without coming near the cell: by Run all, or by a cell that needs this one.
    if (busy) void CellOutput.fetch();
  }, [busy]);
  return (
    <>
      <div
        ref={area}
        className={styles.output}
        data-output=""
        role="group"
        aria-label={`Output of ${cell.title}`}
      >
        {cell.restored !== null && !late && <EarlierOutput id={cell.id} from={cell.restored} />}
        {(isUntouched(cell) || late) && children}
        {!isBlank(cell) && !late && <CellOutput cell={cell} onGoTo={onGoTo} />}
      </div>
      <p className={styles.spoken} aria-live="polite">
        {announcement(cell)}
      </p>
    </>
  );
}

/** Nothing has run in it, here or on an earlier visit, or its first run has nothing to show yet. */
function isUntouched(cell: CellSnapshot): boolean {
  const isFirst = cell.run === null || (isBusy(cell.state) && cell.ms === null);
  return isFirst && cell.restored === null && isBlank(cell);
}

function isBlank({ outputs, error, memory }: CellSnapshot): boolean {
  return outputs.length === 0 && error === null && memory === null;
}

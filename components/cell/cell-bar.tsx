'use client';

import { useRef } from 'react';
import { useLesson } from '@/components/lesson/use-lesson';
import { useLessonValue } from '@/components/lesson/use-lesson-value';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { CellSnapshot } from '@/lib/kernel/state';
import { cellWord } from '@/lib/lesson/cell-word';
import { formatTime } from '@/lib/lesson/format-time';
import { stateDetail } from '@/lib/lesson/state-detail';
import { isBusy } from '@/lib/lesson/state-words';
import { CellBarMenu } from './cell-bar-menu';
import styles from './cell-bar.module.css';
import { CodedWords } from './coded-words';
import { Icon } from './icon';
import { useKeptFocus } from './use-kept-focus';

type Props = {
  cell: CellSnapshot;
  /** The element with the cell's title, which tells its buttons from those of other cells. */
  titleId: string;
  onRun: () => void;
};

/** Run, Stop, Reset and what is rarely needed, the cell's state in words, and the time and device of its last run. */
export function CellBar({ cell, titleId, onRun }: Props) {
  const store = useLesson();
  const run = useRef<HTMLButtonElement>(null);
  const stop = useRef<HTMLButtonElement>(null);
  const reset = useRef<HTMLButtonElement>(null);
  const hydrated = useHydrated();
  const busy = isBusy(cell.state);
  const original = cell.code === cell.original;
  useKeptFocus(stop, !busy, run);
  useKeptFocus(reset, original, run);
  return (
    <div className={styles.bar}>
      <button
        ref={run}
        type="button"
        className={styles.run}
        aria-describedby={titleId}
        disabled={!hydrated}
        onClick={onRun}
        onPointerEnter={() => store.approach('run')}
        onFocus={() => store.approach('run')}
      >
        <Icon name="run" />
        Run
      </button>
      <button
        ref={stop}
        type="button"
        className={styles.button}
        aria-describedby={titleId}
        disabled={!busy}
        onClick={store.stop}
      >
        <Icon name="stop" />
        Stop
      </button>
      {store.kind === 'lesson' && (
        <button
          ref={reset}
          type="button"
          className={styles.button}
          aria-describedby={titleId}
          disabled={original}
          onClick={() => store.reset(cell.id)}
        >
          <Icon name="reset" />
          Reset
        </button>
      )}
      <CellBarMenu cell={cell} titleId={titleId} />
      <State cell={cell} />
      <LastRun cell={cell} />
      <ProgressLine cell={cell} />
    </div>
  );
}

function State({ cell }: { cell: CellSnapshot }) {
  const word = useLessonValue(({ kernel }) => cellWord(kernel.cells, cell.id, cell.progress));
  const detail = useLessonValue(({ kernel }) => stateDetail(kernel.cells, cell.id));
  return (
    <p className={styles.state}>
      <span className={styles.word}>{word}</span>
      {detail !== '' && (
        <span className={styles.detail}>
          <CodedWords words={detail} />
        </span>
      )}
    </p>
  );
}

function LastRun({ cell: { ms, device } }: { cell: CellSnapshot }) {
  return (
    <p className={styles.last}>
      {ms !== null && <span>{formatTime(ms)}</span>}
      {device !== null && <span>{device}</span>}
    </p>
  );
}

/** Lies over the bar's edge, so that it moves nothing when it comes and goes. */
function ProgressLine({ cell }: { cell: CellSnapshot }) {
  if (cell.state !== 'running' || cell.progress === null) return null;
  const { done, total } = cell.progress;
  return (
    <progress
      className={styles.progress}
      value={done}
      max={Math.max(total, 1)}
      aria-label={`Progress of ${cell.title}`}
    />
  );
}

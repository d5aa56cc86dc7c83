'use client';

import { useId } from 'react';
import { useLesson } from '@/components/lesson/use-lesson';
import type { CellSnapshot } from '@/lib/kernel/state';
import { canBeAutomatic } from '@/lib/lesson/can-be-automatic';
import { listWords } from '@/lib/lesson/list-words';
import { changedNames } from '@/lib/lesson/mutation-words';
import styles from './cell-bar-menu.module.css';
import { CodedWords } from './coded-words';

type Props = { cell: CellSnapshot; onDone: () => void };

/** What is in a cell's menu; `onDone` shuts it. */
export function CellMenuItems({ cell, onDone }: Props) {
  const store = useLesson();
  const trained = cell.mutates.filter(({ how }) => how === 'trains');
  return (
    <>
      <Item
        name="Run to here"
        detail="Runs what is not fresh, from the top to this cell."
        keys="Ctrl+Shift+Enter"
        onPress={() => {
          onDone();
          store.runTo(cell.id);
        }}
      />
      {cell.state === 'done' && trained.length > 0 && (
        <Item
          name="Train on"
          detail={`Runs again on ${listWords(changedNames(trained))} as it is now. Run would begin anew.`}
          onPress={() => {
            onDone();
            store.trainOn(cell.id);
          }}
        />
      )}
      {canBeAutomatic(cell) && (
        <Automatic
          checked={cell.automatic}
          onChange={(automatic) => store.setAutomatic(cell.id, automatic)}
        />
      )}
    </>
  );
}

type ItemProps = { name: string; detail: string; keys?: string; onPress: () => void };

function Item({ name, detail, keys, onPress }: ItemProps) {
  const detailId = useId();
  return (
    <div className={styles.item}>
      <button type="button" aria-describedby={detailId} onClick={onPress}>
        {name}
      </button>
      <p id={detailId} className={styles.detail}>
        <CodedWords words={detail} />
        {keys !== undefined && <span className={styles.keys}> {keys} does the same.</span>}
      </p>
    </div>
  );
}

type AutomaticProps = { checked: boolean; onChange: (automatic: boolean) => void };

function Automatic({ checked, onChange }: AutomaticProps) {
  return (
    <label className={styles.choice}>
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        Run by itself
        <span className={styles.detail}>Whenever what it reads has changed.</span>
      </span>
    </label>
  );
}

'use client';

import { useId, useRef } from 'react';
import { useDismiss } from '@/components/lesson/use-dismiss';
import { useLesson } from '@/components/lesson/use-lesson';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { CellSnapshot } from '@/lib/kernel/state';
import { canBeAutomatic } from '@/lib/lesson/can-be-automatic';
import { listWords } from '@/lib/lesson/list-words';
import { changedNames } from '@/lib/lesson/mutation-words';
import styles from './cell-bar-menu.module.css';
import { CodedWords } from './coded-words';
import { Icon } from './icon';

type Props = { cell: CellSnapshot; titleId: string };

/** The ways to run a cell that are rarely needed. */
export function CellBarMenu({ cell, titleId }: Props) {
  const store = useLesson();
  const root = useRef<HTMLDetailsElement>(null);
  useDismiss(root);
  const trained = cell.mutates.filter(({ how }) => how === 'trains');
  const close = () => {
    if (root.current === null) return;
    root.current.open = false;
    root.current.querySelector('summary')?.focus();
  };
  return (
    <details ref={root} className={styles.menu}>
      <summary className={styles.more} aria-describedby={titleId}>
        More
        <Icon name="open" />
      </summary>
      <div className={styles.panel}>
        <Item
          name="Run to here"
          detail="Runs what is not fresh, from the top to this cell."
          keys="Ctrl+Shift+Enter"
          onPress={() => {
            close();
            store.runTo(cell.id);
          }}
        />
        {cell.state === 'done' && trained.length > 0 && (
          <Item
            name="Train on"
            detail={`Runs again on ${listWords(changedNames(trained))} as it is now. Run would begin anew.`}
            onPress={() => {
              close();
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
      </div>
    </details>
  );
}

type ItemProps = { name: string; detail: string; keys?: string; onPress: () => void };

function Item({ name, detail, keys, onPress }: ItemProps) {
  const detailId = useId();
  const hydrated = useHydrated();
  return (
    <div className={styles.item}>
      <button type="button" aria-describedby={detailId} disabled={!hydrated} onClick={onPress}>
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

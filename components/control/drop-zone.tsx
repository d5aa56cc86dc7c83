'use client';

import { type ChangeEvent, type DragEvent, type RefObject, useState } from 'react';
import styles from './file.module.css';

type Props = {
  id: string;
  field: RefObject<HTMLInputElement | null>;
  accept: 'csv' | 'image';
  /** Whether there is a file already. */
  replaces: boolean;
  describedBy: string;
  onChoose: (file: File) => void;
};

const KINDS = {
  csv: { what: 'a CSV file', accept: '.csv,text/csv' },
  image: { what: 'a picture', accept: 'image/*' },
} as const;

/** A file field as wide as the place to drop a file on. */
export function DropZone({ id, field, accept, replaces, describedBy, onChoose }: Props) {
  const [over, setOver] = useState(false);
  const { what, accept: types } = KINDS[accept];

  function take(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    // So that the same file, changed since, can be chosen again.
    event.target.value = '';
    if (file !== undefined) onChoose(file);
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) onChoose(file);
  }

  function hover(event: DragEvent) {
    event.preventDefault();
    setOver(true);
  }

  return (
    <div className={styles.zone} data-over={over || undefined}>
      <input
        ref={field}
        id={id}
        type="file"
        className={styles.input}
        accept={types}
        aria-describedby={describedBy}
        onChange={take}
        onDragOver={hover}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      />
      <span className={styles.choose} aria-hidden="true">
        Choose {replaces ? 'another file' : what}
      </span>
      <span className={styles.drop} aria-hidden="true">
        or drop it here
      </span>
    </div>
  );
}

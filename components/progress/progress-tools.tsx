'use client';

import { type ChangeEvent, useRef, useState } from 'react';
import { saveFile } from '@/components/figure/save-file';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { Progress } from '@/lib/exercises/progress';
import { progressFile, progressFileName, readProgressFile } from '@/lib/exercises/progress-file';
import type { ProgressStore } from '@/lib/exercises/progress-store';
import styles from './progress.module.css';

type Props = { records: readonly Progress[]; store: () => Promise<ProgressStore> };

const REFUSED = 'This browser did not let the page keep that. Nothing was changed.';
const UNREADABLE = 'The file could not be read. Nothing was changed.';

/** Takes progress to a file and back, and forgets it, which can be undone while the page is open. */
export function ProgressTools({ records, store }: Props) {
  const hydrated = useHydrated();
  const input = useRef<HTMLInputElement>(null);
  const clearButton = useRef<HTMLButtonElement>(null);
  const [said, setSaid] = useState('');
  const [cleared, setCleared] = useState<readonly Progress[] | null>(null);
  const none = records.length === 0;

  const save = () => {
    const now = Date.now();
    const blob = new Blob([progressFile(records, now)], { type: 'application/json' });
    saveFile(blob, progressFileName(now));
    setSaid(`Saved as ${progressFileName(now)}.`);
  };
  const open = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    // The same file may be chosen again.
    event.target.value = '';
    if (file !== undefined) setSaid(await importFile(file, store));
  };
  const clear = async () => {
    try {
      setCleared(await (await store()).clear());
      setSaid('Your progress is forgotten. Undo brings it back while this page is open.');
    } catch {
      setSaid(REFUSED);
    }
  };
  const undo = async () => {
    if (cleared === null) return;
    try {
      await (await store()).merge(cleared);
      setSaid('Your progress is back.');
      clearButton.current?.focus();
    } catch {
      setSaid(REFUSED);
    }
  };

  return (
    <section className={styles.tools} aria-label="Take it with you" data-needs-scripting>
      <button type="button" disabled={!hydrated || none} onClick={save}>
        Export
      </button>
      <button type="button" disabled={!hydrated} onClick={() => input.current?.click()}>
        Import
      </button>
      <input
        ref={input}
        className={styles.file}
        type="file"
        accept=".json,application/json"
        aria-label="A file of progress"
        tabIndex={-1}
        onChange={(event) => void open(event)}
      />
      <button
        ref={clearButton}
        type="button"
        disabled={!hydrated || (none && cleared === null)}
        onClick={() => void (none ? undo() : clear())}
      >
        {none && cleared !== null ? 'Undo' : 'Clear'}
      </button>
      <p className={styles.said} role="status">
        {said}
      </p>
    </section>
  );
}

/** Adds what the file has, the better of each; gives the sentence that says so, or why not. */
async function importFile(file: File, store: () => Promise<ProgressStore>): Promise<string> {
  const text = await file.text().catch(() => null);
  if (text === null) return UNREADABLE;
  const read = readProgressFile(text);
  if ('refused' in read) return read.refused;
  try {
    await (await store()).merge(read.records);
  } catch {
    return REFUSED;
  }
  const count = read.records.length;
  return `Added ${count} ${count === 1 ? 'exercise' : 'exercises'}. Of each, the better result counts.`;
}

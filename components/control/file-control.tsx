'use client';

import { useId, useRef, useState } from 'react';
import { readCsv } from '@/lib/controls/read-csv';
import { FileProblem } from '@/lib/controls/file-problem';
import { readImage } from '@/lib/controls/read-image';
import type { ControlFile } from '@/lib/protocol';
import { browserPictures } from './browser-pictures';
import styles from './control.module.css';
import { ControlRow } from './control-row';
import type { ControlProps } from './control-view';
import { DropZone } from './drop-zone';
import fileStyles from './file.module.css';
import { FileShown } from './file-shown';
import { useControlValue } from './use-control-value';

type FileControlSpec = ControlProps<'file'>['control'];

/** A file of the person's own, which the page reads and no server gets. */
export function FileControl({ cell, control, held }: ControlProps<'file'>) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const { value, set } = useControlValue(cell, control, held);
  const { problem, reading, choose, forget } = useChosenFile(control, set);
  return (
    <ControlRow label={control.label} fieldId={id}>
      <DropZone
        id={id}
        field={field}
        accept={control.accept}
        replaces={value !== null}
        describedBy={problem === null ? `${id}note` : `${id}problem ${id}note`}
        onChoose={choose}
      />
      {problem !== null && (
        <p id={`${id}problem`} className={fileStyles.problem} role="alert">
          {problem}
        </p>
      )}
      <p className={styles.unseen} aria-live="polite">
        {reading ? 'Reading the file' : ''}
      </p>
      {value !== null && (
        <div className={fileStyles.held}>
          <FileShown file={value} />
          <button
            type="button"
            className={styles.button}
            aria-label={`Remove ${value.name}`}
            onClick={() => {
              forget();
              set(null);
              field.current?.focus();
            }}
          >
            Remove
          </button>
        </div>
      )}
      <p id={`${id}note`} className={fileStyles.note}>
        Your file stays in this browser.
      </p>
    </ControlRow>
  );
}

/** Reads what was chosen; of two choices, the later counts. */
function useChosenFile(control: FileControlSpec, set: (file: ControlFile) => void) {
  const newest = useRef<File | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [reading, setReading] = useState(false);

  async function choose(file: File) {
    newest.current = file;
    setReading(true);
    setProblem(null);
    try {
      const read = await readFile(file, control);
      if (newest.current === file) set(read);
    } catch (error) {
      if (newest.current === file) setProblem(problemWords(error, file));
    } finally {
      if (newest.current === file) setReading(false);
    }
  }

  function forget() {
    newest.current = null;
    setProblem(null);
    setReading(false);
  }

  return { problem, reading, choose: (file: File) => void choose(file), forget };
}

function readFile(file: File, { accept, side }: FileControlSpec): Promise<ControlFile> {
  switch (accept) {
    case 'csv':
      return readCsv(file);
    case 'image':
      return readImage(file, side, browserPictures);
    default:
      return accept satisfies never;
  }
}

function problemWords(error: unknown, file: File): string {
  if (error instanceof FileProblem) return error.message;
  return `“${file.name}” could not be read here. Try a smaller file, or another browser.`;
}

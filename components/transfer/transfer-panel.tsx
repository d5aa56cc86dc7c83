'use client';

import { useId, useRef, useState } from 'react';
import { fromNotebook } from '@/lib/export';
import { failureSentence } from '@/lib/lesson/transfer/failure-sentence';
import { type FileFormat, FORMATS } from '@/lib/lesson/transfer/formats';
import { notebookFileText } from '@/lib/lesson/transfer/notebook-file-text';
import { saveDocument } from './save-document';
import { ShareDialog } from './share-dialog';
import styles from './transfer-panel.module.css';
import type { TransferSource } from './transfer-source';

/** What became of the last thing that the reader asked for. */
type Note = { text: string; failed: boolean };

/** What is in the menu: the files, a file to open, the link. */
export function TransferPanel({ source }: { source: TransferSource }) {
  const root = useRef<HTMLDivElement>(null);
  const [note, setNote] = useState<Note | null>(null);
  const [sharing, setSharing] = useState(false);
  const tell = (text: string, failed = false) => setNote({ text, failed });
  const fail = (error: unknown) => tell(failureSentence(error), true);

  const save = (format: FileFormat) => {
    tell('Making the file…');
    saveDocument(source, format).then((name) => tell(`Saved ${name}.`), fail);
  };
  const open = async (file: File) => {
    try {
      const notebook = fromNotebook(await notebookFileText(file));
      setNote(null);
      leaveMenu(root.current);
      source.opened(notebook, file.name);
    } catch (error) {
      fail(error);
    }
  };
  const share = () => {
    setNote(null);
    leaveMenu(root.current);
    setSharing(true);
  };

  return (
    <div ref={root} className={styles.items}>
      <SaveAs onSave={save} />
      <OpenFile onOpen={(file) => void open(file)} />
      <Item name="Share by link…" detail="The link carries your code" onClick={share} />
      <p className={styles.note} role="status" data-failed={note?.failed || undefined}>
        {note?.text}
      </p>
      {sharing && <ShareDialog source={source} onClose={() => setSharing(false)} />}
    </div>
  );
}

/** Shuts the menu, and leaves the focus on it: that is where a dialog gives it back. */
function leaveMenu(inside: HTMLElement | null): void {
  const menu = inside?.closest('details');
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
}

function SaveAs({ onSave }: { onSave: (format: FileFormat) => void }) {
  const label = useId();
  return (
    <div role="group" aria-labelledby={label}>
      <p id={label} className={styles.label}>
        Save as
      </p>
      {FORMATS.map(({ format, name, detail }) => (
        <Item key={format} name={name} detail={detail} onClick={() => onSave(format)} />
      ))}
    </div>
  );
}

function OpenFile({ onOpen }: { onOpen: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Item
        name="Open a notebook file…"
        detail="An .ipynb that was saved here or in Jupyter"
        onClick={() => input.current?.click()}
      />
      <input
        ref={input}
        type="file"
        accept=".ipynb,application/x-ipynb+json,application/json"
        hidden
        aria-label="Notebook file"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file can be chosen again.
          currentTarget.value = '';
          if (file) onOpen(file);
        }}
      />
    </>
  );
}

type ItemProps = { name: string; detail: string; onClick: () => void };

function Item({ name, detail, onClick }: ItemProps) {
  return (
    <button type="button" className={styles.item} onClick={onClick}>
      <span>{name}</span> <span className={styles.detail}>{detail}</span>
    </button>
  );
}

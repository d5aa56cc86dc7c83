'use client';

import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { CellId } from '@/lib/protocol';
import { timeAgo } from '@/lib/lesson/past-time';
import type { LeftCode, Versions } from '@/lib/lesson/versions';
import styles from './kept-work.module.css';
import { useVersions } from './use-versions';

/** Code of the reader's whose cell the lesson no longer has: to read, copy and remove. */
export function LeftCodes({ versions }: { versions: Versions }) {
  const left = useVersions((snapshot) => snapshot.left) ?? [];
  const section = useRef<HTMLElement>(null);
  const remove = (cell: CellId) => {
    // The button goes with it; the keyboard goes on to what is left.
    flushSync(() => versions.removeLeft(cell));
    const next = section.current?.querySelector('summary') ?? document.getElementById('main');
    next?.focus();
  };
  return (
    <section ref={section} className={styles.part} aria-labelledby="left-codes">
      <h2 id="left-codes">Code of yours whose cell is gone</h2>
      <p>The lesson has changed since you wrote this, and has no place for it any more.</p>
      {left.map((each) => (
        <Left key={each.cell} left={each} onRemove={() => remove(each.cell)} />
      ))}
    </section>
  );
}

function Left({
  left: { cell, code, changed },
  onRemove,
}: {
  left: LeftCode;
  onRemove: () => void;
}) {
  const [now] = useState(() => Date.now());
  const [copied, setCopied] = useState('');
  const copy = () => {
    navigator.clipboard.writeText(code).then(
      () => setCopied('Copied.'),
      () => setCopied('The browser does not let the page copy; select the code and copy it.'),
    );
  };
  return (
    <details className={styles.left}>
      <summary>
        Cell “{cell}”, written {timeAgo(changed, now)}
      </summary>
      <pre tabIndex={0} role="group" aria-label={`Your code of ${cell}`}>
        <code>{code}</code>
      </pre>
      <div className={styles.actions}>
        <button type="button" className={styles.button} onClick={copy}>
          Copy
        </button>
        <button type="button" className={styles.button} onClick={onRemove}>
          Remove
        </button>
        <span role="status">{copied}</span>
      </div>
    </details>
  );
}

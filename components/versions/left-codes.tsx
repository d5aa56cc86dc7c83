'use client';

import { useState } from 'react';
import { timeAgo } from '@/lib/lesson/past-time';
import type { LeftCode, Versions } from '@/lib/lesson/versions';
import styles from './kept-work.module.css';
import { useVersions } from './use-versions';

/** Code of the reader's whose cell the lesson no longer has: to read, copy and remove. */
export function LeftCodes({ versions }: { versions: Versions }) {
  const left = useVersions((snapshot) => snapshot.left) ?? [];
  return (
    <section className={styles.part} aria-labelledby="left-codes">
      <h2 id="left-codes">Code of yours whose cell is gone</h2>
      <p>The lesson has changed since you wrote this, and has no place for it any more.</p>
      {left.map((each) => (
        <Left key={each.cell} left={each} onRemove={() => versions.removeLeft(each.cell)} />
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
        <button type="button" onClick={copy}>
          Copy
        </button>
        <button type="button" onClick={onRemove}>
          Remove
        </button>
        <span role="status">{copied}</span>
      </div>
    </details>
  );
}

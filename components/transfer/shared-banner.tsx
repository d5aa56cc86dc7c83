'use client';

import type { ReactNode } from 'react';
import { goToCell } from '@/components/cell/go-to-cell';
import { useLessonValue } from '@/components/lesson/use-lesson-value';
import { differWords } from '@/lib/lesson/transfer/share-words';
import type { SharedView } from '@/lib/lesson/transfer/shared-view';

import styles from './shared-banner.module.css';
import { KeptWords } from './kept-words';
import { type LinkState, useLinkState } from './use-link-state';
import { useLessonStore } from './use-lesson-store';
import { clearAddress, dropSharedLink } from './use-shared-link';

/** Above a lesson that was opened by a link with code: whose code it is, where it differs, and the ways out. */
export function SharedBanner({ link, slug }: { link: string; slug: string }) {
  const state = useLinkState(link, slug);
  return (
    <section className={styles.banner} aria-label="Code from a link" data-shared-link={state.kind}>
      <Words state={state} />
    </section>
  );
}

function Words({ state }: { state: LinkState }) {
  switch (state.kind) {
    case 'reading':
      return <p role="status">Reading the link…</p>;
    case 'broken':
      return <Notice>{state.sentence} Below is the lesson as it was on this page.</Notice>;
    case 'elsewhere':
      return (
        <Notice>
          This link carries code for another page.{' '}
          <a href={state.href}>
            {state.page === 'lesson' ? 'Open it in its lesson' : 'Open it as a notebook'}
          </a>
        </Notice>
      );
    case 'here':
      return <Here view={state} />;
    default:
      return state satisfies never;
  }
}

type View = Extract<SharedView, { kind: 'here' }>;

function Here({ view }: { view: View }) {
  const shared = useLessonValue((snapshot) => snapshot.shared);
  const { differing, gone } = view;
  if (differing.length === 0) {
    return (
      <Notice>
        The code in this link is the lesson’s own.
        <Gone cells={gone} />
      </Notice>
    );
  }
  return shared ? (
    <Looking view={view} />
  ) : (
    <Notice>
      <KeptWords />
    </Notice>
  );
}

function Looking({ view: { differing, gone } }: { view: View }) {
  const store = useLessonStore();
  const keep = () => {
    void store.keepShared();
    clearAddress();
  };
  const leave = () => {
    store.leaveShared();
    dropSharedLink();
    document.getElementById('main')?.focus({ preventScroll: true });
  };
  return (
    <>
      <p role="status">
        This page shows somebody’s code from a link. {differWords(differing.length)}:
      </p>
      <ul>
        {differing.map(({ id, title }) => (
          <li key={id}>
            <button type="button" className={styles.link} onClick={() => goToCell(id)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
      <p>
        None of it runs before you press Run. What you have written here yourself is kept apart,
        untouched; what you change now is kept only with “Keep as mine”.
      </p>
      <Gone cells={gone} />
      <div className={styles.actions}>
        <button type="button" className={styles.button} onClick={keep}>
          Keep as mine
        </button>
        <button type="button" className={styles.button} onClick={leave}>
          Back to my own
        </button>
      </div>
    </>
  );
}

/** Something to know, which can be put away. */
function Notice({ children }: { children: ReactNode }) {
  return (
    <>
      <div role="status">{children}</div>
      <div className={styles.actions}>
        <button type="button" className={styles.button} onClick={dropSharedLink}>
          Hide
        </button>
      </div>
    </>
  );
}

function Gone({ cells }: { cells: View['gone'] }) {
  if (cells.length === 0) return null;
  return (
    <details className={styles.gone}>
      <summary>
        {cells.length === 1
          ? 'The link has code of a cell that this lesson no longer has'
          : `The link has code of ${cells.length} cells that this lesson no longer has`}
      </summary>
      {cells.map(({ id, code }) => (
        <pre key={id} tabIndex={0} role="region" aria-label={`Code of ${id}`}>
          <code>{code}</code>
        </pre>
      ))}
    </details>
  );
}

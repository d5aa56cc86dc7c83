'use client';

import { useEffect, useState } from 'react';
import { failureSentence } from '@/lib/lesson/transfer/failure-sentence';
import { type SharedView, sharedView } from '@/lib/lesson/transfer/shared-view';
import { decodeShare } from '@/lib/share';
import { useLessonStore } from './use-lesson-store';

export type LinkState = SharedView | { kind: 'reading' } | { kind: 'broken'; sentence: string };

/** Reads the link, and puts what it carries on the page; a link without use leaves the reader's own work there. */
export function useLinkState(link: string, slug: string): LinkState {
  const store = useLessonStore();
  const [state, setState] = useState<LinkState>({ kind: 'reading' });
  useEffect(() => {
    let over = false;
    const cells = () => {
      const { order, cells } = store.getSnapshot().kernel;
      return order.flatMap((id) => cells[id] ?? []);
    };
    decodeShare(link)
      .then((share): LinkState => sharedView(share, link, slug, cells()))
      .catch((error: unknown): LinkState => ({ kind: 'broken', sentence: failureSentence(error) }))
      .then(
        (read) => {
          if (over) return;
          const useful = read.kind === 'here' && read.differing.length > 0;
          if (useful) store.viewShared(read.codes);
          else store.leaveShared();
          setState(read);
        },
        () => {},
      );
    return () => {
      over = true;
    };
  }, [store, link, slug]);
  return state;
}

'use client';

import { useEffect, useEffectEvent, useState } from 'react';

const EVERY_MS = 3000;
/** The last frames may arrive a moment after the run has ended. */
const SETTLE_MS = 400;

/** What a screen reader is told of a figure that changes by itself: now and then, and at the end. */
export function useAnnouncement(sentence: string, live: boolean): string {
  const [said, setSaid] = useState('');
  const say = useEffectEvent(() => setSaid(sentence));
  useEffect(() => {
    if (!live) return;
    const timer = setInterval(say, EVERY_MS);
    return () => {
      clearInterval(timer);
      setTimeout(say, SETTLE_MS);
    };
  }, [live]);
  return said;
}

'use client';

import { useLessonValue } from '@/components/lesson/use-lesson-value';

/** What has become of a link's code that the reader made their own. */
export function KeptWords() {
  const { state, text } = useLessonValue(({ drafts }) => drafts);
  return state === 'refused' ? (
    <>The code from the link is on this page now. {text}</>
  ) : (
    <>The code from the link is yours now. What you had before is in the history of each cell.</>
  );
}

'use client';

import { type ComponentProps, useState } from 'react';
import { lateComponent } from '@/components/ui/late-component';
import type { CodeDiff as Diff } from '@/components/versions/code-diff';

const CodeDiff = lateComponent(
  async () => (await import('@/components/versions/code-diff')).CodeDiff,
);

/** Two codes, compared when the reader asks for it. */
export function Compare(codes: ComponentProps<typeof Diff>) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-expanded={open}
        aria-label={`Compare “${codes.of}”`}
        onClick={() => setOpen(!open)}
        onPointerEnter={CodeDiff.fetchAhead}
        onFocus={CodeDiff.fetchAhead}
      >
        Compare
      </button>
      {open && <CodeDiff {...codes} />}
    </>
  );
}

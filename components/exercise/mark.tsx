const PATHS = {
  passed: 'M2 6.5l3 3 5-7',
  failed: 'M2.5 2.5l7 7M9.5 2.5l-7 7',
  other: 'M2.5 6h7',
  open: 'M6 2.2a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 0 1 0-7.6',
  running: 'M6 2.2a3.8 3.8 0 0 1 3.8 3.8M6 9.8a3.8 3.8 0 0 1-3.8-3.8',
} as const;

type Of =
  'unattempted' | 'running' | 'passed' | 'failed' | 'error' | 'timeout' | 'stopped' | 'missing';

function pathOf(of: Of): string {
  if (of === 'unattempted') return PATHS.open;
  if (of === 'passed' || of === 'failed' || of === 'running') return PATHS[of];
  return of === 'error' ? PATHS.failed : PATHS.other;
}

/** The sign of a verdict; the word beside it says the same. */
export function Mark({ of }: { of: Of }) {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <path
        d={pathOf(of)}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

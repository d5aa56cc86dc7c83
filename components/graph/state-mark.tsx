import type { CellState } from '@/lib/kernel/state';

/** A cell's state by shape alone, 10 px square; the word is beside it. */
export function StateMark({ state }: { state: CellState }) {
  return (
    <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
      {shape(state)}
    </svg>
  );
}

const LINE = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 };

function shape(state: CellState) {
  switch (state) {
    case 'idle':
      return <circle cx="5" cy="5" r="4" {...LINE} strokeWidth={1} />;
    case 'stale':
      return <circle cx="5" cy="5" r="4" {...LINE} strokeDasharray="3.2 1.8" />;
    case 'queued':
      return <path d="M1 5h.01M5 5h.01M9 5h.01" {...LINE} strokeWidth={2} strokeLinecap="round" />;
    case 'running':
      return (
        <>
          <circle cx="5" cy="5" r="4" {...LINE} />
          <circle cx="5" cy="5" r="1.8" fill="currentColor" />
        </>
      );
    case 'done':
      return <circle cx="5" cy="5" r="4.5" fill="currentColor" />;
    case 'error':
      return <path d="M1.5 1.5l7 7M8.5 1.5l-7 7" {...LINE} strokeLinecap="round" />;
    case 'stopped':
      return <path d="M1 1h8v8H1z" fill="currentColor" />;
    default:
      return state satisfies never;
  }
}

const PATHS = {
  run: 'M3 1.8v8.4L10.2 6z',
  stop: 'M2.5 2.5h7v7h-7z',
  reset: 'M3.2 3.9A4 4 0 1 1 2 6.6M3 1v3h3',
  open: 'M3 4.5l3 3 3-3',
} as const;

/** A button's sign, 12 px square; the word beside it says what it does. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
  const line = name === 'reset' || name === 'open';
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <path
        d={PATHS[name]}
        fill={line ? 'none' : 'currentColor'}
        stroke={line ? 'currentColor' : 'none'}
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

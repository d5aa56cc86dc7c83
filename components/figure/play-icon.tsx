/** Two bars while it plays, a wedge while it does not. */
export function PlayIcon({ playing }: { playing: boolean }) {
  const shape = playing ? 'M2 1h3v10H2zM7 1h3v10H7z' : 'M2 0.5 11 6 2 11.5z';
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path d={shape} fill="currentColor" />
    </svg>
  );
}

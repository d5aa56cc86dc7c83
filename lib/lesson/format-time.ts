/** A duration as a reader wants it: "0.84 s", "2.1 s", "48 s", "3 min 5 s". */
export function formatTime(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 0.005) return 'under 0.01 s';
  if (seconds < 0.995) return `${seconds.toFixed(2)} s`;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

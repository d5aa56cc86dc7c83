/** When something was changed, in the reader's own time zone: "today, 14:05", "yesterday, 09:30", "31 January 2026". */
export function changedWords(changed: number, now: Date): string {
  const date = new Date(changed);
  const days = Math.round((midnight(now) - midnight(date)) / 86_400_000);
  const time = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  if (days === 0) return `today, ${time}`;
  if (days === 1) return `yesterday, ${time}`;
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}

/** The start of the day, by the calendar: days of a change to summer time count like others. */
function midnight(date: Date): number {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
}

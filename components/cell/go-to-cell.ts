import type { CellId } from '@/lib/protocol';

/** Scrolls to a cell and gives the keyboard to its code, or to its first button while the code is being edited. */
export function goToCell(id: CellId): void {
  const name = `"${CSS.escape(id)}"`;
  const section = document.querySelector(`[data-cell=${name}], [data-answer-cell=${name}]`);
  if (section === null) return;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  section.scrollIntoView({ block: 'start', behavior: still ? 'auto' : 'smooth' });
  const find = (what: string) => section.querySelector<HTMLElement>(what);
  const place = find('[data-cell-code]') ?? find('button:not(:disabled)');
  place?.focus({ preventScroll: true });
}

/** Rows of a table that are drawn at first, and with each "Show more": a page of thousands of cells is slow. */
const PAGE_ROWS = 50;

export type TablePage = {
  /** How many rows are drawn. */
  rows: number;
  /** What the button under them says, and the pages that are asked for by it; null where all rows fit on one page. */
  button: { words: string; pages: number } | null;
};

/** The part of a table of `total` rows that is drawn when `pages` are asked for. */
export function tablePage(total: number, pages: number): TablePage {
  const rows = Math.min(total, pages * PAGE_ROWS);
  if (total <= PAGE_ROWS) return { rows, button: null };
  const more = Math.min(PAGE_ROWS, total - rows);
  const button =
    more > 0
      ? { words: `Show ${more} more ${more === 1 ? 'row' : 'rows'}`, pages: pages + 1 }
      : { words: `Show only the first ${PAGE_ROWS} rows`, pages: 1 };
  return { rows, button };
}

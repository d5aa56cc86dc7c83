import { describe, expect, it } from 'vitest';
import { tablePage } from './table-page';

describe('tablePage', () => {
  it('shows short tables whole', () => {
    expect(tablePage(0, 1)).toEqual({ rows: 0, button: null });
    expect(tablePage(50, 1)).toEqual({ rows: 50, button: null });
  });

  it('shows 50 rows more at each press, then offers the first ones again', () => {
    const walk = (total: number, presses: number) => {
      let page = tablePage(total, 1);
      for (let i = 0; i < presses; i++) page = tablePage(total, page.button?.pages ?? 1);
      return [page.rows, page.button?.words];
    };
    expect([0, 1, 2, 3].map((presses) => walk(101, presses))).toEqual([
      [50, 'Show 50 more rows'],
      [100, 'Show 1 more row'],
      [101, 'Show only the first 50 rows'],
      [50, 'Show 50 more rows'],
    ]);
  });
});

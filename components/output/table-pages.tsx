'use client';

import { useState } from 'react';
import { tablePage } from '@/lib/lesson/table-page';
import { type Table, TableBlock } from './table-view';

/** A table of many rows. */
export function TablePages({ table }: { table: Table }) {
  const [pages, setPages] = useState(1);
  const { rows, button } = tablePage(table.rows.length, pages);
  const more = button && { words: button.words, onPress: () => setPages(button.pages) };
  return <TableBlock table={table} rows={rows} more={more} />;
}

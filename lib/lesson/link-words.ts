import type { CellId } from '@/lib/protocol';
import type { CellLink } from './cell-links';

/** One link by itself: "features, labels: from “Load” to “Train”". */
export function linkWords(
  { from, to, kind, names }: CellLink,
  titles: ReadonlyMap<CellId, string>,
): string {
  const what = names.join(', ');
  const giver = `“${titles.get(from) ?? from}”`;
  const taker = `“${titles.get(to) ?? to}”`;
  switch (kind) {
    case 'reads':
      return `${what}: from ${giver} to ${taker}`;
    case 'follows':
      return `${what}: as ${giver} leaves it, to ${taker}`;
    case 'trains':
    case 'disposes':
      return `${giver} ${kind} ${what} of ${taker}`;
    default:
      return kind satisfies never;
  }
}

import type { CellId } from '@/lib/protocol';
import type { Share, SharedCode } from '@/lib/share';

/** What a link with code means on a lesson's page. */
export type SharedView =
  | {
      kind: 'here';
      /** The cells whose code in the link is not the lesson's, in the lesson's order. */
      codes: Record<CellId, string>;
      differing: { id: CellId; title: string }[];
      /** Code of cells that the lesson doesn't have any more. */
      gone: SharedCode[];
    }
  /** It belongs to another page, at this address. */
  | { kind: 'elsewhere'; page: 'lesson' | 'notebook'; href: string };

type Cell = { id: CellId; title: string; original: string };

/** `fragment`: the link's own, with its `#`. */
export function sharedView(
  share: Share,
  fragment: string,
  slug: string,
  cells: readonly Cell[],
): SharedView {
  if (share.lesson === null) {
    return { kind: 'elsewhere', page: 'notebook', href: `/notebook${fragment}` };
  }
  if (share.lesson !== slug) {
    return { kind: 'elsewhere', page: 'lesson', href: `/learn/${share.lesson}${fragment}` };
  }
  const shared = new Map(share.cells.map(({ id, code }) => [id, code]));
  const differing = cells.filter(({ id, original }) => (shared.get(id) ?? original) !== original);
  const here = new Set(cells.map(({ id }) => id));
  return {
    kind: 'here',
    codes: Object.fromEntries(differing.map(({ id }) => [id, shared.get(id) ?? ''])),
    differing: differing.map(({ id, title }) => ({ id, title })),
    gone: share.cells.filter(({ id }) => !here.has(id)),
  };
}

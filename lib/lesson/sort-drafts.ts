import type { Draft } from '@/lib/drafts';
import type { CellId } from '@/lib/protocol';
import type { LeftCode, Outdated } from './versions';

/** What drafts mean for the lesson as it is now. */
export type Sorted = {
  /** The reader's code of each cell that has a draft. */
  codes: Record<CellId, string>;
  outdated: Record<CellId, Outdated>;
  /** The cells whose code the lesson has taken over from the reader, as it were: nothing is changed in them any more. */
  merged: CellId[];
  left: LeftCode[];
};

/** `originals`: the lesson's present code of each cell. */
export function sortDrafts(
  drafts: readonly Draft[],
  originals: Readonly<Record<CellId, string>>,
): Sorted {
  const sorted: Sorted = { codes: {}, outdated: {}, merged: [], left: [] };
  for (const draft of drafts) {
    const { cell, code, original, changed } = draft;
    const now = Object.hasOwn(originals, cell) ? originals[cell] : undefined;
    if (now === undefined) {
      if (code !== original) sorted.left.push({ cell, code, changed });
      continue;
    }
    sorted.codes[cell] = codeFor(draft, now);
    if (code === now && code !== original && original !== '') sorted.merged.push(cell);
    const outdated = outdatedOf(draft, now);
    if (outdated !== null) sorted.outdated[cell] = outdated;
  }
  return sorted;
}

/** A cell that was as the lesson had it is as the lesson has it. */
export function codeFor({ code, original }: Draft, now: string): string {
  return code === original ? now : code;
}

/** Null where the lesson's code has not changed since, or the reader's is what it has become. */
export function outdatedOf({ cell, code, original }: Draft, now: string): Outdated | null {
  const same = original === now || original === '' || code === original || code === now;
  return same ? null : { cell, before: original, now };
}

import type { Draft } from './draft-store';

/**
 * What a page that may be about to end wrote, kept at once. A write to IndexedDB that such a page begins is lost now and
 * then (seen in Chromium 156, in one of ten reloads right after a key); one to this store is done when it returns.
 */
export type LastWords = {
  keep(lesson: string, drafts: readonly Draft[]): void;
  /** They are in the database now. */
  forget(lesson: string): void;
  read(lesson: string): Draft[];
};

/** Beyond this many characters it is left to the database alone: all sites' pages share little room here. */
const MOST = 500_000;

type TextStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** `store` throws where the browser refuses one. */
export function createLastWords(store: () => TextStore): LastWords {
  const keyOf = (lesson: string) => `layerwise:last-words:${lesson}`;
  return {
    keep(lesson, drafts) {
      const text = JSON.stringify(drafts);
      if (text.length <= MOST) attempt(() => store().setItem(keyOf(lesson), text));
    },
    forget: (lesson) => void attempt(() => store().removeItem(keyOf(lesson))),
    read(lesson) {
      const read: unknown = attempt(() => JSON.parse(store().getItem(keyOf(lesson)) ?? '[]'));
      if (!Array.isArray(read)) return [];
      return read.filter(isDraft).filter((draft) => draft.lesson === lesson);
    },
  };
}

/** The browser may have no room or give no leave, and what is there may be anything. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const { lesson, cell, code, original, changed, stamp } = value as Record<string, unknown>;
  const texts = [lesson, cell, code, original, stamp];
  return texts.every((text) => typeof text === 'string') && Number.isFinite(changed);
}

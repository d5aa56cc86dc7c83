import type { ExportedLesson, HtmlParts, ImportedNotebook } from '@/lib/export';
import type { Share } from '@/lib/share';

/** A page's document with what only its HTML file needs. */
export type Exported = { lesson: ExportedLesson; parts: HtmlParts };

/** What a link will carry, and that in words: "It holds the code of 3 cells that you changed." */
export type Sharing = { share: Share; holds: string };

/** What the "Share and save" menu needs of a lesson or a notebook. What is thrown here is told in its own words. */
export type TransferSource = {
  /** How the page calls its document, within a sentence. */
  noun: 'lesson' | 'notebook';
  /** As it stands, with its outputs. `text: false`: the prose may be left out. */
  exported(wanted: { text: boolean }): Promise<Exported>;
  /** Null when the page's own address says it all. */
  sharing(): Sharing | null;
  /** The reader opened a notebook file; the page says what becomes of it. */
  opened(notebook: ImportedNotebook, fileName: string): void;
};

import type { ImportedCell, ImportedNotebook } from '@/lib/export';
import type { CellSnapshot } from '@/lib/kernel/state';
import type { CellId } from '@/lib/protocol';

/** A cell of the page whose code is another in the file. */
export type ImportedChange = {
  id: CellId;
  title: string;
  mine: string;
  theirs: string;
  /** The lesson's own code of the cell was another one when the file was saved. */
  outdated: boolean;
};

export type ImportPlan =
  | {
      kind: 'this-lesson';
      changes: ImportedChange[];
      /** Cells with code in the file that the page doesn't have. */
      unknown: CodeCell[];
    }
  | { kind: 'other-lesson'; slug: string; title: string }
  | { kind: 'notebook'; title: string; ours: boolean };

export type CodeCell = Extract<ImportedCell, { kind: 'code' }>;

/** What a notebook file would change on the page of the lesson `slug`. */
export function importPlan(
  notebook: ImportedNotebook,
  slug: string,
  cells: readonly Pick<CellSnapshot, 'id' | 'title' | 'code' | 'original'>[],
): ImportPlan {
  const { ours, lesson } = notebook;
  const title = notebook.title ?? 'Notebook without a title';
  if (lesson === null) return { kind: 'notebook', title, ours };
  if (lesson !== slug) return { kind: 'other-lesson', slug: lesson, title };
  const inFile = new Map(notebook.cells.filter(isCode).map((cell) => [cell.id, cell]));
  const changes = cells.flatMap(({ id, title, code, original }) => {
    const theirs = inFile.get(id);
    if (theirs === undefined || sameCode(theirs.code, code)) return [];
    const outdated = theirs.original !== undefined && !sameCode(theirs.original, original);
    return [{ id, title, mine: code, theirs: theirs.code, outdated }];
  });
  const here = new Set(cells.map(({ id }) => id));
  const unknown = [...inFile.values()].filter(({ id }) => !here.has(id));
  return { kind: 'this-lesson', changes, unknown };
}

function isCode(cell: ImportedCell): cell is CodeCell {
  return cell.kind === 'code';
}

/** Editors end files and lines in their own ways, which is no change of the code. */
function sameCode(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(code: string): string {
  return code.replaceAll('\r\n', '\n').trimEnd();
}

import { foreignNote, isOurLanguage } from './cell-language';
import { ImportError } from './import-error';
import { IMPORT_LIMITS, type ImportedCell } from './imported-notebook';
import { countForeign, type LeftOut } from './import-warnings';
import { cellNamer } from './notebook-ids';
import { fieldsOf, multilineText, type Fields } from './read-fields';
import { withoutMagics } from './without-magics';

type Origin = { ours: boolean; language: string | null };
/** A cell of the file, the mark that we put on it, and where it stands, for an error. */
type Item = { cell: Fields; mark: Fields | null; place: string };
type Namer = ReturnType<typeof cellNamer>;

/** The cells of a notebook in their order; what is left out is counted in `out`. Throws `ImportError`. */
export function readCells(list: readonly unknown[], origin: Origin, out: LeftOut): ImportedCell[] {
  const items = list.map((value, index) => item(value, index, origin));
  const name = cellNamer(items.map(wish));
  return items.flatMap((each) => readCell(each, origin, name, out) ?? []);
}

function item(value: unknown, index: number, { ours }: Origin): Item {
  const place = `Cell ${index + 1}`;
  const cell = fieldsOf(value);
  if (cell === null) throw new ImportError(`${place} of this notebook is not a cell. ${REMEDY}`);
  const mark = ours ? fieldsOf(fieldsOf(cell.metadata)?.layerwise) : null;
  return { cell, mark, place };
}

const REMEDY = 'Open and save the file in Jupyter, then import it again.';

/** The id that the cell would like to have. Other programs' ids are random, and of no use to a reader. */
function wish({ mark }: Item): unknown {
  return mark?.cell;
}

function readCell(each: Item, origin: Origin, name: Namer, out: LeftOut): ImportedCell | null {
  const { cell, mark, place } = each;
  switch (cell.cell_type) {
    case 'code':
      return codeCell(each, origin, name, out);
    case 'markdown':
      return mark?.role === 'header' ? null : markdownCell(each, name, out);
    case 'raw':
      out.raw += 1;
      return null;
    default:
      throw new ImportError(`${place} of this notebook is neither code nor text. ${REMEDY}`);
  }
}

function markdownCell(each: Item, name: Namer, out: LeftOut): ImportedCell {
  const markdown = source(each, IMPORT_LIMITS.markdown);
  if (Object.keys(fieldsOf(each.cell.attachments) ?? {}).length > 0) out.attachments += 1;
  return { kind: 'markdown', id: named(each, name, 'text', out), markdown };
}

function codeCell(each: Item, origin: Origin, name: Namer, out: LeftOut): ImportedCell {
  const { cell, mark } = each;
  const text = source(each, IMPORT_LIMITS.code);
  if (Array.isArray(cell.outputs) && cell.outputs.length > 0) out.outputs += 1;
  const { code, language, removed } = origin.ours
    ? { code: text, language: 'typescript', removed: [] }
    : withoutMagics(text, ownLanguage(cell) ?? origin.language);
  out.magics.push(...removed);
  if (language === null) out.languageUnknown = true;
  const foreign = language === null || isOurLanguage(language) ? null : language;
  if (foreign !== null) countForeign(out, foreign);
  return {
    kind: 'code',
    id: named(each, name, 'cell', out),
    title: shortText(mark?.title),
    code,
    ...originalOf(mark),
    note: foreign === null ? null : foreignNote(foreign),
  };
}

/** VS Code keeps the language of a cell in its metadata. */
function ownLanguage({ metadata }: Fields): string | null {
  const language = fieldsOf(fieldsOf(metadata)?.vscode)?.languageId;
  return typeof language === 'string' ? language.toLowerCase() : null;
}

/** A name of ours that could not be kept is told; cells that never had one just get one. */
function named({ mark }: Item, name: Namer, base: string, out: LeftOut): string {
  const id = name(mark?.cell, base);
  if (mark !== null && id !== mark.cell) out.renamed += 1;
  return id;
}

function originalOf(mark: Fields | null): { original?: string } {
  const original = mark?.original;
  return typeof original === 'string' && original.length <= IMPORT_LIMITS.code ? { original } : {};
}

function shortText(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, IMPORT_LIMITS.title) : '';
}

function source({ cell, place }: Item, most: number): string {
  const text = multilineText(cell.source);
  if (text === null) throw new ImportError(`${place} of this notebook has no text. ${REMEDY}`);
  if (text.length <= most) return text;
  const [has, limit] = [text.length, most].map((count) => count.toLocaleString('en'));
  throw new ImportError(
    `${place} of this notebook has ${has} characters; a cell can have ${limit}. Split it, then import the file again.`,
  );
}

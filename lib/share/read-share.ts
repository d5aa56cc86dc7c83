import { isCellId, isSeed, isSlug } from '@/lib/protocol';
import { SHARE_LIMITS, type Share, type SharedCell, type SharedCode } from './share';

type Fields = Record<string, unknown>;

/** What is wrong with a document, to complete a sentence: "cell 3 has no code". */
export class Fault extends Error {}

/**
 * A share made of untrusted data: a new object with the known fields alone. Throws `Fault`.
 */
export function readShare(value: unknown): Share {
  const fields = object(value, 'it holds no document');
  if (fields.version !== 1) throw new Fault('it has no version that this page knows');
  const { lesson } = fields;
  if (lesson === null) {
    return { version: 1, lesson, cells: cells(fields.cells, notebookCell), ...extras(fields) };
  }
  if (!isSlug(lesson)) throw new Fault('it names no lesson');
  return { version: 1, lesson, cells: cells(fields.cells, lessonCell) };
}

function extras({ title, seed }: Fields): { title?: string; seed?: number } {
  if (seed !== undefined && !isSeed(seed)) throw new Fault('its seed is not a whole number');
  return {
    ...(title !== undefined && { title: text(title, SHARE_LIMITS.title, 'its title') }),
    ...(seed !== undefined && { seed }),
  };
}

function cells<T extends { id: string }>(
  value: unknown,
  read: (fields: Fields, place: string) => T,
): T[] {
  if (!Array.isArray(value)) throw new Fault('it has no list of cells');
  if (value.length > SHARE_LIMITS.cells) {
    throw new Fault(`it has ${value.length} cells, and a link carries ${SHARE_LIMITS.cells}`);
  }
  const list = value.map((cell, index) => {
    const place = `cell ${index + 1}`;
    return read(object(cell, `${place} is not a cell`), place);
  });
  if (new Set(list.map((cell) => cell.id)).size < list.length) {
    throw new Fault('two of its cells have one name');
  }
  return list;
}

function lessonCell(fields: Fields, place: string): SharedCode {
  return {
    id: cellId(fields.id, place),
    code: text(fields.code, SHARE_LIMITS.code, `the code of ${place}`),
  };
}

function notebookCell(fields: Fields, place: string): SharedCell {
  const { kind } = fields;
  if (kind === 'code') {
    const title = text(fields.title, SHARE_LIMITS.title, `the title of ${place}`);
    return { kind, title, ...lessonCell(fields, place) };
  }
  if (kind !== 'markdown') throw new Fault(`${place} is neither code nor text`);
  const markdown = text(fields.markdown, SHARE_LIMITS.markdown, `the text of ${place}`);
  return { kind, id: cellId(fields.id, place), markdown };
}

function cellId(value: unknown, place: string): string {
  if (!isCellId(value)) throw new Fault(`${place} has no name that a cell can have`);
  return value;
}

function text(value: unknown, most: number, what: string): string {
  if (typeof value !== 'string') throw new Fault(`${what} is missing`);
  if (value.length > most) {
    const [has, limit] = [value.length, most].map((count) => count.toLocaleString('en'));
    throw new Fault(`${what} has ${has} characters, and a link carries ${limit}`);
  }
  return value;
}

function object(value: unknown, fault: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Fault(fault);
  return value as Fields;
}

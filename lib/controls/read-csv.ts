import { LIMITS, type ControlFile } from '@/lib/protocol';
import { csvShape } from './csv-shape';
import { FileProblem } from './file-problem';

export type CsvFile = Extract<ControlFile, { kind: 'csv' }>;

/** No text of so many bytes has more characters. */
const MAX_BYTES = LIMITS.csv;

/** What a spreadsheet program writes into its own files first: they are ZIP archives. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/**
 * Reads a person's file as CSV.
 * @throws {FileProblem} a sentence for the person
 */
export async function readCsv(file: File): Promise<CsvFile> {
  const { name } = file;
  if (file.size > MAX_BYTES) {
    throw new FileProblem(
      `“${name}” has more than 20 MB. Keep fewer rows or columns and choose it again.`,
    );
  }
  const bytes = new Uint8Array(await bytesOf(file));
  if (ZIP.every((byte, at) => bytes[at] === byte)) {
    throw new FileProblem(
      `“${name}” is a spreadsheet or an archive, not CSV. Save it as CSV (UTF-8) and choose that file.`,
    );
  }
  const text = decode(bytes, name);
  if (csvShape(text).columns.length === 0) {
    throw new FileProblem(`“${name}” is empty. Choose a file with a header and rows.`);
  }
  return { kind: 'csv', name, text };
}

async function bytesOf(file: File): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch {
    throw new FileProblem(
      `“${file.name}” could not be read. It may have been moved or changed: choose it again.`,
    );
  }
}

function decode(bytes: Uint8Array<ArrayBuffer>, name: string): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // The same sentence is for both.
  }
  throw new FileProblem(
    `“${name}” is not text in UTF-8. Save it as CSV (UTF-8) and choose that file.`,
  );
}

/** Where all of the file looks like one column, what may be the cause; null otherwise. */
export function csvDoubt(columns: readonly string[]): string | null {
  const [only = ''] = columns;
  if (columns.length !== 1 || !/[;\t|]/.test(only)) return null;
  return 'Only one column was found. Columns have to be separated by commas.';
}

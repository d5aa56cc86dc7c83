/** A file of values separated by commas; `records` are as long as `header`. `quoted` cells are text. */
export type Csv = { header: string[]; records: CsvCell[][] };
export type CsvCell = { text: string; quoted: boolean };

/**
 * Reads CSV as RFC 4180 has it: quoted cells may hold commas, line breaks and doubled quotes; lines
 * end in LF or CRLF. A byte-order mark and empty lines are left out.
 * @param name the file, for errors
 * @throws {Error} naming the line, for a quote that is not closed or a line of the wrong length.
 */
export function parseCsv(text: string, name: string): Csv {
  const lines = readLines(text.replace(/^\uFEFF/, ''), name);
  const [first, ...others] = lines;
  if (first === undefined) throw new Error(`${name} is empty: it has not even a header.`);
  const header = first.cells.map((cell) => cell.text.trim());
  for (const { cells, line } of others) {
    if (cells.length === header.length) continue;
    throw new Error(
      `${name}, line ${line}: ${cells.length} values, but the header names ${header.length} columns.`,
    );
  }
  return { header, records: others.map(({ cells }) => cells) };
}

type Line = { cells: CsvCell[]; line: number };

// One cell with what ends it: a comma, a line break or the end. A quoted cell's text is group 1.
const CELL = /(?:[ \t]*"((?:[^"]|"")*)"[ \t]*|([^,\r\n]*))(,|\r?\n|\r|$)/y;

function readLines(text: string, name: string): Line[] {
  const lines: Line[] = [];
  let current: Line = { cells: [], line: 1 };
  let line = 1;
  CELL.lastIndex = 0;
  for (let at = 0; at < text.length || current.cells.length > 0; at = CELL.lastIndex) {
    CELL.lastIndex = at;
    const [whole, quoted, plain = '', end] = matchCell(text, name, line);
    current.cells.push(toCell(quoted, plain));
    line += countBreaks(whole);
    if (end === ',') continue;
    if (!isEmpty(current)) lines.push(current);
    current = { cells: [], line };
  }
  return lines;
}

function matchCell(text: string, name: string, line: number): RegExpExecArray {
  const match = CELL.exec(text);
  const isUnclosed = match === null || match[2]?.trimStart().startsWith('"');
  if (isUnclosed) throw new Error(`${name}, line ${line}: a quote is opened and not closed.`);
  return match as RegExpExecArray;
}

function toCell(quoted: string | undefined, plain: string): CsvCell {
  return quoted === undefined
    ? { text: plain.trim(), quoted: false }
    : { text: quoted.replaceAll('""', '"'), quoted: true };
}

function countBreaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

function isEmpty({ cells }: Line): boolean {
  return cells.length === 1 && cells[0]?.text === '' && !cells[0].quoted;
}

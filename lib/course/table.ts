import type { Csv, CsvCell } from './csv';
import * as tf from './tf';
import type { Table } from './types/data';

type Value = number | string;
type Row = Record<string, Value>;

/**
 * A table from a file. A column holds numbers if its first value that is there is one, else text; in
 * a column of numbers, an empty cell is NaN.
 * @param name the file, for errors
 * @throws {Error} naming row (1 is the first below the header) and column of what is not a number.
 */
export function tableFrom({ header, records }: Csv, name: string): Table {
  const numeric = header.map((_, at) =>
    isNumber(records.find((cells) => !isBlank(cells[at]))?.[at]),
  );
  const rows = records.map((cells, row) =>
    rowFrom(header, cells, (cell, at) =>
      numeric[at] ? toNumber(cell, `${name}, row ${row + 1}, column ${header[at]}`) : cell.text,
    ),
  );
  const numbers = header.filter((_, at) => numeric[at]);
  return new RowTable(name, header, rows, numbers);
}

function rowFrom(
  header: string[],
  cells: CsvCell[],
  read: (cell: CsvCell, at: number) => Value,
): Row {
  return Object.fromEntries(cells.map((cell, at) => [header[at] as string, read(cell, at)]));
}

class RowTable implements Table {
  static {
    // The name that a reader sees; the build shortens the class's own.
    Object.defineProperty(this, 'name', { value: 'Table' });
  }

  readonly length: number;
  /** Not enumerable, so that a table that is shown shows its data alone. */
  readonly #name: string;
  readonly #numbers: string[];

  constructor(
    name: string,
    readonly columns: string[],
    readonly rows: Row[],
    numbers: string[],
  ) {
    this.length = rows.length;
    this.#name = name;
    this.#numbers = numbers;
  }

  column(name: string): Value[] {
    this.#mustHave(name);
    return this.rows.map((row) => row[name] as Value);
  }

  toTensor(names: readonly string[] = this.#numbers): tf.Tensor2D {
    for (const name of names) this.#mustHave(name);
    const values = new Float32Array(this.rows.length * names.length);
    let at = 0;
    for (const [index, row] of this.rows.entries()) {
      for (const name of names) values[at++] = this.#number(row[name], index, name);
    }
    return tf.tensor2d(values, [this.rows.length, names.length]);
  }

  #number(value: Value | undefined, row: number, column: string): number {
    if (typeof value === 'number') return value;
    throw new TypeError(
      `A tensor holds numbers, but row ${row + 1} of column ${column} holds “${value}”. ` +
        `Columns of numbers in ${this.#name}: ${this.#numbers.join(', ')}.`,
    );
  }

  #mustHave(name: string): void {
    if (this.columns.includes(name)) return;
    throw new RangeError(
      `${this.#name} has no column “${name}”. Its columns: ${this.columns.join(', ')}.`,
    );
  }
}

function isBlank(cell: CsvCell | undefined): boolean {
  return cell === undefined || (!cell.quoted && cell.text === '');
}

function isNumber(cell: CsvCell | undefined): boolean {
  return cell !== undefined && !cell.quoted && !Number.isNaN(Number(cell.text));
}

function toNumber(cell: CsvCell, place: string): number {
  if (isBlank(cell)) return NaN;
  const value = Number(cell.text);
  if (!Number.isNaN(value)) return value;
  throw new Error(`${place}: “${cell.text}” is not a number, as the rows above have.`);
}

import { formatNumbers } from './format-numbers';

export type TableColumn = { name: string; numeric: boolean; cells: (string | null)[] };

/** A table by columns, as text: the numbers of one column are written alike; null stays null. */
export function tableColumns(
  names: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): TableColumn[] {
  return names.map((name, index) =>
    tableColumn(
      name,
      rows.map((row) => row[index] ?? null),
    ),
  );
}

function tableColumn(name: string, values: (string | number | null)[]): TableColumn {
  const numbers = values.filter((value) => typeof value === 'number');
  const written = formatNumbers(numbers)[Symbol.iterator]();
  const cells = values.map((value) =>
    typeof value === 'number' ? (written.next().value ?? '') : value,
  );
  const numeric = numbers.length > 0 && values.every((value) => typeof value !== 'string');
  return { name, numeric, cells };
}

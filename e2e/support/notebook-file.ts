/*
 * The rules of nbformat 4.5 (nbformat.v4.5.schema.json of Jupyter), by hand, for the kinds of cell and output that a
 * lesson's file has. Objects may have no other keys than those named.
 */
type Fields = Record<string, unknown>;

const OUTPUT_KEYS: Record<string, string> = {
  stream: 'name output_type text',
  display_data: 'data metadata output_type',
  execute_result: 'data execution_count metadata output_type',
  error: 'ename evalue output_type traceback',
};

/** What is wrong with a notebook, one line for each fault. */
export function notebookFaults(file: Fields): string[] {
  const cells = listOf(file.cells);
  const ids = cells.map(({ id }) => id);
  return [
    ...keysFaults('file', file, 'cells metadata nbformat nbformat_minor'),
    ...fault(file.nbformat === 4 && file.nbformat_minor === 5, 'the format is not 4.5'),
    ...fault(isObject(file.metadata), 'the file has no metadata'),
    ...fault(cells.length > 0, 'there are no cells'),
    ...fault(new Set(ids).size === ids.length, 'two cells have one id'),
    ...cells.flatMap((cell, at) => cellFaults(cell, `cell ${at + 1}`)),
  ];
}

function cellFaults(cell: Fields, place: string): string[] {
  const code = cell.cell_type === 'code';
  const keys = code ? 'cell_type execution_count id metadata outputs source' : TEXT_KEYS;
  return [
    ...fault(code || cell.cell_type === 'markdown', `${place} is neither code nor text`),
    ...keysFaults(place, cell, keys),
    ...fault(/^[a-zA-Z0-9-_]{1,64}$/.test(String(cell.id)), `${place} has no proper id`),
    ...fault(isObject(cell.metadata), `${place} has no metadata`),
    ...fault(isText(cell.source), `the source of ${place} is no text`),
    ...(code ? fault(isCount(cell.execution_count), `the count of ${place} is no number`) : []),
    ...(code ? listOf(cell.outputs).flatMap((output) => outputFaults(output, place)) : []),
  ];
}

const TEXT_KEYS = 'cell_type id metadata source';

function outputFaults(output: Fields, place: string): string[] {
  const type = String(output.output_type);
  const data = isObject(output.data) ? Object.values(output.data) : [];
  return [
    ...keysFaults(`${type} of ${place}`, output, OUTPUT_KEYS[type] ?? 'no such output'),
    ...fault(data.every(isText), `${type} of ${place} has data that is no text`),
    ...fault(type !== 'stream' || isText(output.text), `a stream of ${place} has no text`),
  ];
}

function keysFaults(place: string, fields: Fields, expected: string): string[] {
  const keys = Object.keys(fields).sort().join(' ');
  return fault(keys === expected, `${place} has the keys ${keys}`);
}

function fault(fine: boolean, words: string): string[] {
  return fine ? [] : [words];
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isText(value: unknown): boolean {
  const isLine = (line: unknown) => typeof line === 'string';
  return isLine(value) || (Array.isArray(value) && value.every(isLine));
}

function isCount(value: unknown): boolean {
  return value === null || (Number.isInteger(value) && Number(value) >= 0);
}

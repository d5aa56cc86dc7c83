/** What a person sees of a CSV file of theirs. `rows`: without the header. */
export type CsvShape = { rows: number; columns: string[] };

/** Rows, and the names in the header; quoted cells may hold commas and line breaks. Empty lines don't count. */
export function csvShape(text: string): CsvShape {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let header: string | null = null;
  let records = 0;
  for (let at = start; at < text.length;) {
    const end = endOfRecord(text, at);
    if (end > at) {
      header ??= text.slice(at, end);
      records += 1;
    }
    at = end + 1;
  }
  return { rows: Math.max(0, records - 1), columns: header === null ? [] : cellsOf(header) };
}

/** "768 rows, 9 columns: Pregnancies, Glucose and 7 more" */
export function csvWords({ rows, columns }: CsvShape): string {
  const named = columns.slice(0, NAMED).join(', ');
  const more = columns.length > NAMED ? ` and ${columns.length - NAMED} more` : '';
  return `${count(rows, 'row')}, ${count(columns.length, 'column')}: ${named}${more}`;
}

const NAMED = 5;
const QUOTE = 34;
const FEED = 10;
const RETURN = 13;

/** Where the record that begins there ends: at a line break outside of quotes, or with the text. */
function endOfRecord(text: string, from: number): number {
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) quoted = !quoted;
    else if (!quoted && (code === FEED || code === RETURN)) return at;
  }
  return text.length;
}

function cellsOf(record: string): string[] {
  const cells: string[] = [''];
  let quoted = false;
  for (const character of record) {
    if (character === '"') quoted = !quoted;
    if (character === ',' && !quoted) cells.push('');
    else cells[cells.length - 1] += character;
  }
  return cells.map((cell) =>
    cell
      .trim()
      .replace(/^"([^]*)"$/, '$1')
      .replaceAll('""', '"'),
  );
}

function count(total: number, what: string): string {
  return `${total.toLocaleString('en')} ${what}${total === 1 ? '' : 's'}`;
}

import { parseCsv } from './csv';
import type { Host } from './host';
import { tableFrom } from './table';
import type { Data, PimaTable, Table } from './types/data';

/** The tables of the course: name, and file below `data/`. */
const TABLES: Readonly<Record<string, string>> = {
  'pima-diabetes': 'pima-diabetes/pima-diabetes.csv',
};

/** `data`: files are fetched once; each call reads a table of its own, so that changing one changes no other. */
export function createData(host: Pick<Host, 'fetchData'>): Data {
  const texts = new Map<string, Promise<string>>();

  function fetchText(file: string): Promise<string> {
    const text = texts.get(file) ?? host.fetchData(file).then(decode);
    texts.set(file, text);
    // A failure is not kept: the next call tries again.
    text.catch(() => texts.delete(file));
    return text;
  }

  async function table(name: string): Promise<Table> {
    const file = Object.hasOwn(TABLES, name) ? TABLES[name] : undefined;
    if (file === undefined) {
      const names = Object.keys(TABLES).join(', ');
      throw new RangeError(`There is no table “${name}”. The tables there are: ${names}.`);
    }
    return tableFrom(parseCsv(await fetchText(file), name), name);
  }

  return {
    table,
    pima: async () => (await table('pima-diabetes')) as unknown as PimaTable,
  };
}

function decode(bytes: ArrayBuffer): string {
  return new TextDecoder().decode(bytes);
}

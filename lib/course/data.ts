import { parseCsv } from './csv';
import { createDataFiles } from './data-files';
import { createEmoji } from './emoji';
import { createGenerator } from './generator';
import type { Host } from './host';
import { createMnist } from './mnist';
import { createNames } from './names';
import { createPhotograph } from './photograph';
import { tableFrom } from './table';
import type { Co2Table, Data, PimaTable, SeattleTable, Table } from './types/data';

/** The tables of the course: name, and file below `data/`. */
const TABLES: Readonly<Record<string, string>> = {
  'pima-diabetes': 'pima-diabetes/pima-diabetes.csv',
  'seattle-weather': 'seattle-weather/seattle-weather.csv',
  'mauna-loa-co2': 'mauna-loa-co2/mauna-loa-co2.csv',
};

/** `data`: files are fetched once; each call reads a copy of its own, so that changing one changes no other. */
export function createData(host: Pick<Host, 'fetchData' | 'progress'>): Data {
  const files = createDataFiles(host);

  async function table(name: string): Promise<Table> {
    const file = Object.hasOwn(TABLES, name) ? TABLES[name] : undefined;
    if (file === undefined) {
      const names = Object.keys(TABLES).join(', ');
      throw new RangeError(`There is no table “${name}”. The tables there are: ${names}.`);
    }
    const [bytes] = await files.load(name, [file]);
    return tableFrom(parseCsv(new TextDecoder().decode(bytes), name), name);
  }

  return {
    table,
    pima: async () => (await table('pima-diabetes')) as unknown as PimaTable,
    seattle: async () => (await table('seattle-weather')) as unknown as SeattleTable,
    co2: async () => (await table('mauna-loa-co2')) as unknown as Co2Table,
    names: createNames(files),
    mnist: createMnist(files),
    emoji: createEmoji(files),
    photograph: createPhotograph(files),
    generator: createGenerator(files),
  };
}

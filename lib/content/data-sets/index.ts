import 'server-only';
import path from 'node:path';
import { EXAMPLE_PICTURES } from './example-picture';
import { readDataSet, type DataSet } from './read-data-set';
import { writePng } from './write-png';

export type { DataSet } from './read-data-set';

/** The data sets in the order in which lessons meet them. */
const NAMES = [
  'pima-diabetes',
  'mnist',
  'gan-digits',
  'photograph',
  'emoji',
  'seattle-weather',
  'mauna-loa-co2',
  'first-names',
];

const folder = () => path.join(process.cwd(), 'data');

/** What the page of data sets says of each. Throws `ContentError`. */
export function listDataSets(): Promise<DataSet[]> {
  return Promise.all(NAMES.map((name) => readDataSet(folder(), name)));
}

/** The data sets of which there is a picture. */
export const PICTURED = Object.keys(EXAMPLE_PICTURES);

/** Width and height of that picture, in pixels, and its file. */
export function examplePicture(name: string) {
  const draw = EXAMPLE_PICTURES[name];
  if (draw === undefined) throw new RangeError(`There is no picture of ${name}.`);
  const picture = draw(folder());
  return { width: picture.width, height: picture.height, file: () => writePng(picture) };
}

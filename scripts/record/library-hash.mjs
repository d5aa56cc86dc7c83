import * as esbuild from 'esbuild';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../setup/root.mjs';

/**
 * What mostly names the parts of the library for readers, and the name under which they know it. A part that is added
 * changes no cell that does not use it, and one that is used counts by itself.
 */
const WIRING = new Map([
  ['lib/course/index.ts', null],
  ['lib/course/course.ts', null],
  ['lib/course/show.ts', 'show'],
  ['lib/course/data.ts', 'data'],
  ['lib/course/input.ts', 'input'],
  ['lib/course/watch.ts', 'watch'],
  ['lib/course/recorders/index.ts', 'watch'],
]);
/** Of those that `index.ts` names, the parts that count only where a cell says their name. */
const NAMED = new Set(['budget']);
/**
 * Which device is taken, and what it is called: a recording is always made on the same. How files come, and what is told
 * of the time that is left.
 */
const UNCOUNTED = [
  ...['lib/devices/choice/', 'lib/protocol/'],
  ...['lib/course/data-files.ts', 'lib/course/unpack.ts', 'lib/course/run-clock.ts'],
];
const TYPES = 'lib/course/types';
/** What makes numbers on that device, apart from the course's library. */
const ROOTS = ['lib/devices', 'lib/sandbox/compile'];
const TENSORFLOW = /^node_modules\/@tensorflow\//;

/**
 * A hash of what, beside a lesson's own code, can change what its cells show: the version of TensorFlow.js, the kernels,
 * optimizers and replay of training, how a cell is compiled, and of the course's library the parts that these cells
 * use. Comments, types and names of local variables do not count, because each file is hashed as it is minified.
 * @param {readonly { code: string }[]} cells
 */
export async function libraryHash(cells) {
  const code = cells.map((cell) => cell.code).join('\n');
  const files = [...new Set([...ROOTS.flatMap(sourcesIn), ...(await courseFiles(code))])]
    .filter((file) => !UNCOUNTED.some((folder) => file.startsWith(folder)))
    .sort();
  const hash = createHash('sha256').update(tensorflowVersions());
  for (const file of files) hash.update(`${file}\n${await minified(file)}\n`);
  return hash.digest('hex').slice(0, 16);
}

function tensorflowVersions() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([name]) => TENSORFLOW.test(name))
    .map(([name, { version }]) => `${name} ${version}\n`)
    .join('');
}

function sourcesIn(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => `${folder}/${String(name).replaceAll('\\', '/')}`)
    .filter((file) => /(?<!\.test|\.d)\.ts$/.test(file) && !file.includes('/testing/'));
}

async function minified(file) {
  const source = readFileSync(join(root, file), 'utf8');
  // AssemblyScript has decorators where TypeScript has none.
  if (file.includes('/assembly/')) return source.replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');
  const { code } = await esbuild.transform(source, {
    loader: 'ts',
    minify: true,
    target: 'es2022',
  });
  return code;
}

/** The files of `lib/course` that the names in this code lead to. */
async function courseFiles(code) {
  const inputs = await importsOf('lib/course/index.ts');
  const reached = new Set();
  const waiting = ['lib/course/index.ts'];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    const next = (inputs[file]?.imports ?? []).map(({ path }) => path);
    waiting.push(...next.filter((path) => !WIRING.has(file) || isUsed(path, file, code)));
  }
  return [...reached].filter((file) => file.startsWith('lib/') && !WIRING.has(file));
}

async function importsOf(entry) {
  const { metafile } = await esbuild.build({
    entryPoints: [join(root, entry)],
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    packages: 'external',
    tsconfig: join(root, 'tsconfig.json'),
    logLevel: 'error',
  });
  return metafile.inputs;
}

/**
 * Whether the code uses a file that is named in `wiring`: all of `data.ts` where it says `data`, and of that `mnist.ts`
 * or `data-mnist.ts` where it says `mnist`, if that is a name that `data` gives readers.
 */
function isUsed(file, wiring, code) {
  const own = WIRING.get(file);
  if (own !== undefined && own !== null && !says(code, own)) return false;
  const object = WIRING.get(wiring);
  if (object === null)
    return !NAMED.has(basename(file, '.ts')) || says(code, basename(file, '.ts'));
  const name = basename(file, '.ts').replace(new RegExp(`^${object}-`), '');
  const member = name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  return !membersOf(object).has(member) || says(code, member);
}

/** The names in the types that readers see of `show`, `data`, `input` or `watch`, and in the options of its functions. */
function membersOf(object) {
  const isOfObject = (file) => file === `${object}.ts` || file.startsWith(`${object}-`);
  const types = readdirSync(join(root, TYPES))
    .filter(isOfObject)
    .map((file) => readFileSync(join(root, TYPES, file), 'utf8'))
    .join('\n');
  return new Set([...types.matchAll(/^ {2}(\w+)\??(?:<[^(]*>)?[(:]/gm)].map(([, name]) => name));
}

const says = (code, word) => new RegExp(`\\b${word}\\b`).test(code);

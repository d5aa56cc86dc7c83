import { resolve } from 'node:path';
import { SetupError } from '../setup/fail.mjs';

export const HELP = `npm run check:content [-- <id or slug>…] [--watch] [--cells] [--folder <folder>]

Says in sentences, with file and line, what is wrong with lessons and exercises.

  <id or slug>       only this exercise, or this lesson with its exercises
  --watch            goes on, and checks again what changes
  --cells            also runs every cell of the lessons, which builds the site and takes minutes
  --folder <folder>  another folder like content/
  --mutants <number> at most so many of each exercise; npm test takes 2

Without a browser: documents follow their rules, ids and links lead somewhere, formulas can be set, cells say what
they draw; the types of starters and solutions are what a reader's editor takes them for. In a headless Chromium, each in a sandbox of its own: every solution passes its public and hidden tests,
every starter fails, every example of a mistake is told its own sentence first, and every test can fail; that is tried
with the starter and with up to 12 mutants, the solution with one thing wrong. Notes are worth reading, errors end the
command with 1.

That every cell of every lesson runs is proved elsewhere on every \`npm test\`: scripts/check-recorded.mjs sees that each
recording is of the code as it is, and e2e/rerun-recordings.spec.ts runs all of it again and compares.`;

/**
 * @param {string[]} args
 * @returns {{ names: string[], watch: boolean, cells: boolean, help: boolean, folder: string | null, mutants?: number }}
 * @throws {SetupError}
 */
export function readOptions(args) {
  const options = { names: [], watch: false, cells: false, help: false, folder: null };
  const left = [...args];
  for (let arg = left.shift(); arg !== undefined; arg = left.shift()) {
    if (arg === '--folder') options.folder = folderOf(left.shift());
    else if (arg === '--mutants') options.mutants = numberOf(left.shift());
    else if (['--watch', '--cells', '--help'].includes(arg)) options[arg.slice(2)] = true;
    else if (arg.startsWith('-')) {
      throw new SetupError(`There is no option ${arg}.`, 'See npm run check:content -- --help');
    } else options.names.push(arg);
  }
  return options;
}

function numberOf(value) {
  if (/^\d+$/.test(value ?? '')) return Number(value);
  throw new SetupError('--mutants needs a number.', 'Give one, 0 for none: --mutants 2');
}

function folderOf(value) {
  if (value !== undefined && !value.startsWith('-')) return resolve(value);
  throw new SetupError('--folder needs a folder.', 'Give one like content/: --folder ../my-course');
}

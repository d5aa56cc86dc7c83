import { SetupError } from '../setup/fail.mjs';
import { root } from '../setup/root.mjs';
import { readSite, recordedTitles } from './site.mjs';

/** Kinds of exercises with code of their own. */
const RUNNING = new Set(['code', 'prediction']);

/**
 * One pass over the documents of a folder.
 * @typedef {{
 *   findings: import('./finding').Finding[],
 *   runnable: { id: string, file: string, source: string, parsed: object }[],
 *   documents: { file: string, folder: string, source: string }[],
 * }} Read
 */

/**
 * Reads all documents and says what is wrong with those that were asked for.
 * @param {typeof import('./tools')} tools
 * @param {string} content
 * @param {string[]} names
 * @returns {Read}
 * @throws {SetupError} when a name is neither an exercise's nor a lesson's
 */
export function readContent(tools, content, names) {
  const all = tools.readDocuments(content, root);
  const documents = choose(tools, all, names);
  const files = new Set(documents.map(({ file }) => file));
  // What is wrong with the place of an exercise is wrong in its lesson.
  const lessons = new Set(
    documents.map(({ file }) => file.replace(/exercises\/[^/]+$/, 'lesson.mdx')),
  );
  const checked = tools.checkDocuments(all, readSite(), (lesson) =>
    recordedTitles(tools, content, lesson),
  );
  return {
    documents,
    findings: checked.findings.filter(
      ({ file, level }) =>
        names.length === 0 || files.has(file) || (level === 'error' && lessons.has(file)),
    ),
    runnable: checked.exercises
      .filter(({ document }) => files.has(document.file))
      .filter(({ parsed }) => RUNNING.has(parsed.exercise.kind))
      .map(({ document, parsed }) => ({ ...document, id: tools.idOf(document), parsed })),
  };
}

/** The documents of these names: an exercise's own, a lesson's with those of its exercises. */
function choose({ didYouMean, idOf, slugOf }, { lessons, exercises }, names) {
  const all = [...lessons, ...exercises];
  if (names.length === 0) return all;
  const isNamed = (name, document) =>
    slugOf(document) === name || (exercises.includes(document) && idOf(document) === name);
  const unknown = names.filter((name) => !all.some((document) => isNamed(name, document)));
  if (unknown.length === 0) {
    return all.filter((document) => names.some((name) => isNamed(name, document)));
  }
  const known = [...lessons.map(slugOf), ...exercises.map(idOf)].filter((name) => name !== null);
  const meant = unknown.map((name) => didYouMean(name, known)).join('');
  throw new SetupError(
    `There is no lesson and no exercise "${unknown.join('", "')}".${meant}`,
    known.length === 0 ? 'There are none at all.' : `There are ${known.join(', ')}.`,
  );
}

/**
 * Runs exercises one after the other and prints what is found of each.
 * @param {typeof import('./tools')} tools
 * @param {Read['runnable']} exercises
 * @param {{ run: import('./ran').Run, checkTypes: import('./answer-types').CheckTypes }} by
 * @param {number | undefined} mutants how many of each at most
 */
export async function runExercises(tools, exercises, { run, checkTypes }, mutants) {
  const codes = exercises.map(({ parsed }) => tools.toCodeExercise(parsed));
  const findings = checkTypes(codes.filter((code) => code !== null));
  print(tools, findings);
  for (const { parsed, source } of exercises) {
    const began = performance.now();
    const checked = await tools.runExercise(parsed, source, run, mutants);
    if (checked === null) continue;
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${checked.summary} Checked in ${seconds} s.`);
    findings.push(...checked.findings);
    print(tools, checked.findings);
  }
  return findings;
}

/** @param {import('./finding').Finding[]} findings */
export function print({ formatFinding, sortFindings }, findings) {
  for (const finding of sortFindings(findings)) console.log(formatFinding(finding));
}

/** @param {import('./finding').Finding[]} findings */
export function conclusion({ documents }, findings) {
  const exercises = documents.filter(({ file }) => !file.endsWith('/lesson.mdx')).length;
  const errors = findings.filter(({ level }) => level === 'error').length;
  return `${count(documents.length - exercises, 'lesson')} and ${count(exercises, 'exercise')}: ${count(errors, 'error')}, ${count(findings.length - errors, 'note')}.`;
}

const count = (number, what) => `${number} ${what}${number === 1 ? '' : 's'}`;

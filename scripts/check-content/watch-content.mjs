import { relative } from 'node:path';
import { root } from '../setup/root.mjs';
import { watchPaths } from '../setup/watch.mjs';
import { conclusion, print, readContent, runExercises } from './check.mjs';

/**
 * Checks again what changes, for as long as the process lives.
 * @param {{ tools: typeof import('./tools'), content: string, names: string[], by: Parameters<typeof runExercises>[2] }} session
 * @param {import('./check.mjs').Read} first
 * @returns {() => void} ends it
 */
export function watchContent({ tools, content, names, by }, first) {
  let before = first;
  const again = async () => {
    try {
      const now = readContent(tools, content, names);
      const changed = changedFiles(before, now);
      // What is wrong with a document may be the doing of another.
      const findings = now.findings.filter(
        (finding) => isNew(tools, finding, before) || changed.has(finding.file),
      );
      const exercises = now.runnable.filter(({ file }) => changed.has(file));
      before = now;
      if (changed.size === 0 && findings.length === 0) return;
      console.log(`\n${[...changed].join(', ')} changed.`);
      print(tools, findings);
      const found = await runExercises(tools, exercises, by);
      const documents = now.documents.filter(({ file }) => changed.has(file));
      console.log(conclusion({ documents }, [...findings, ...found]));
    } catch (error) {
      console.error(error.message);
    }
  };
  const end = watchPaths([relative(root, content)], again);
  console.log('\nWaiting for changes; Ctrl+C ends it.');
  return end;
}

function changedFiles(before, now) {
  const sources = new Map(before.documents.map(({ file, source }) => [file, source]));
  return new Set(
    now.documents
      .filter(({ file, source }) => sources.get(file) !== source)
      .map(({ file }) => file),
  );
}

function isNew({ formatFinding }, finding, before) {
  return !before.findings.some((other) => formatFinding(other) === formatFinding(finding));
}

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
  const read = () => {
    try {
      return readContent(tools, content, names);
    } catch (error) {
      // When what was asked for is there again, it is all new.
      before = { documents: [], findings: [], runnable: [] };
      throw error;
    }
  };
  const again = async () => {
    try {
      const now = read();
      const changed = changedFiles(before, now);
      // What is wrong with a document may be the doing of another, and so may be what no longer is.
      const findings = now.findings.filter(
        (finding) => isNew(tools, finding, before) || changed.has(finding.file),
      );
      const mended = before.findings.filter(
        (finding) => isNew(tools, finding, now) && !changed.has(finding.file),
      );
      const touched = new Set([...changed, ...[...findings, ...mended].map(({ file }) => file)]);
      const exercises = now.runnable.filter(({ file }) => changed.has(file));
      before = now;
      if (touched.size === 0) return;
      const what = changed.size > 0 ? [...changed].join(', ') : 'What this hangs on';
      console.log(`\n${what} changed.`);
      for (const finding of mended) console.log(`Mended: ${tools.formatFinding(finding)}`);
      print(tools, findings);
      const found = await runExercises(tools, exercises, by);
      const documents = now.documents.filter(({ file }) => touched.has(file));
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

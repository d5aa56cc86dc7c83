import { readFileSync } from 'node:fs';
import { buildLesson } from './build-lesson.mjs';
import { libraryHash } from './library-hash.mjs';
import { readRecording } from './read-recording.mjs';
import { createScales, MOST } from './weigh.mjs';

/**
 * Whether a lesson's recording is of the code that the lesson has, and small.
 * @param {typeof import('./tools')} tools
 * @param {{ slug: string, document: string, recorded: string }} lesson
 * @returns {Promise<string[]>} what is wrong, in sentences with what to do
 */
export async function checkRecording(tools, lesson) {
  const { slug, document } = lesson;
  const remedy = `Run: npm run record -- ${slug}`;
  const found = readRecording(lesson);
  if (found === null) return [`${slug} has no recording. ${remedy}`];
  const { recording } = found;
  const { cells, frontMatter } = tools.parseLesson(readFileSync(document, 'utf8'), document);
  const hashes = tools.lessonHashes(frontMatter.seed, cells);
  const changed = cells.find(({ id }) => recording.cells[id]?.code !== hashes[id]);
  const gone = Object.keys(recording.cells).find((id) => hashes[id] === undefined);
  const wrong = [];
  if (changed !== undefined) {
    wrong.push(
      `The code of ${slug} has changed since it was recorded, at cell "${changed.id}". ${remedy}`,
    );
  } else if (gone !== undefined) {
    wrong.push(`${slug} was recorded with a cell "${gone}", which it has no more. ${remedy}`);
  }
  if (recording.library !== (await libraryHash(cells))) {
    wrong.push(`What ${slug} uses of the library has changed since it was recorded. ${remedy}`);
  }
  if (
    recording.format !== tools.RECORDING_FORMAT ||
    recording.protocol !== tools.PROTOCOL_VERSION
  ) {
    wrong.push(`${slug} was recorded for another version of the page. ${remedy}`);
  }
  const scales = createScales();
  await buildLesson(tools, lesson, scales.write);
  const bytes = scales.files + scales.pictures;
  if (bytes > MOST) {
    wrong.push(
      `What ${slug} loads of its recording is ${bytes} bytes compressed, of ${MOST} at most.`,
    );
  }
  return wrong;
}

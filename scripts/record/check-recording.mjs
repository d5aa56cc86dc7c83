import { readFileSync } from 'node:fs';
import { brotliSize } from './brotli-size.mjs';
import { buildLesson } from './build-lesson.mjs';
import { libraryHash } from './library-hash.mjs';
import { readRecording } from './read-recording.mjs';

/** What a reader's browser may load of one lesson's recordings, compressed, in bytes. */
export const MOST = 300_000;

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
  const bytes = await loadedBytes(tools, lesson);
  if (bytes > MOST) {
    wrong.push(
      `What ${slug} loads of its recording is ${bytes} bytes compressed, of ${MOST} at most.`,
    );
  }
  return wrong;
}

/** Of all cells' files and the pictures in the layout and theme that weigh most. */
async function loadedBytes(tools, lesson) {
  const sizes = new Map();
  await buildLesson(tools, lesson, async (name, content) => {
    const [, variant = 'files'] = /-(\w+-\w+)\.svg$/.exec(name) ?? [];
    sizes.set(variant, (sizes.get(variant) ?? 0) + brotliSize(content));
    return name;
  });
  const { files = 0, ...pictures } = Object.fromEntries(sizes);
  return files + Math.max(0, ...Object.values(pictures));
}

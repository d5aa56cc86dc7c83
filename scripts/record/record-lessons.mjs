import { chromium } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { buildFigure } from './build-lesson.mjs';
import { libraryHash } from './library-hash.mjs';
import { loadTools } from './load-tools.mjs';
import { packRecording } from './pack-recording.mjs';
import { runLesson } from './run-lesson.mjs';
import { createScales, MOST } from './weigh.mjs';
import { writeRecording } from './write-recording.mjs';

const QUIET = [
  ...['--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
  // Chromium's own sandbox does not work for root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** A change of how figures are drawn may make pictures a little heavier without anything to be recorded anew. */
const SPARE = 10_000;

/**
 * Runs each lesson and writes its recording.
 * @param {{ origin: string, executablePath: string, lessons: ReturnType<typeof import('./lesson-folders.mjs').lessonFolders> }} what
 */
export async function recordLessons({ origin, executablePath, lessons }) {
  const tools = await loadTools();
  const browser = await chromium.launch({ executablePath, args: QUIET });
  try {
    for (const lesson of lessons) {
      console.log(`Recording ${lesson.slug}.`);
      const { cells, frontMatter } = readLesson(tools, lesson);
      const kept = await runLesson(browser, origin, lesson.slug);
      const head = {
        format: tools.RECORDING_FORMAT,
        protocol: tools.PROTOCOL_VERSION,
        recorded: new Date().toISOString().slice(0, 10),
        library: await libraryHash(cells),
      };
      const hashes = tools.lessonHashes(frontMatter.seed, cells);
      const most = MOST - SPARE - (await weighPictures(tools, kept));
      const ran = cells.filter(({ id }) => kept.has(id));
      const made = packRecording(tools, { head, cells: ran, kept, hashes }, most);
      console.log(`${lesson.slug}: ${writeRecording(lesson.recorded, made)}`);
    }
  } finally {
    await browser.close();
  }
}

/** Of the pictures that show before anything is loaded. They have the last frames, which are never left out. */
async function weighPictures(tools, kept) {
  const scales = createScales();
  for (const { figures } of kept.values()) {
    for (const [id, history] of Object.entries(figures)) {
      await buildFigure(tools, id, tools.asHistory(history), scales.write);
    }
  }
  return scales.pictures;
}

function readLesson({ parseLesson }, { document }) {
  return parseLesson(readFileSync(document, 'utf8'), document);
}

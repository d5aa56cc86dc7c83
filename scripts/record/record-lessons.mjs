import { chromium } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { libraryHash } from './library-hash.mjs';
import { loadTools } from './load-tools.mjs';
import { packRecording } from './pack-recording.mjs';
import { runLesson } from './run-lesson.mjs';
import { writeRecording } from './write-recording.mjs';

const QUIET = [
  ...['--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
  // Chromium's own sandbox does not work for root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

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
      const made = packRecording(tools, {
        head,
        cells: cells.filter(({ id }) => kept.has(id)),
        kept,
        hashes: tools.lessonHashes(frontMatter.seed, cells),
      });
      console.log(`${lesson.slug}: ${writeRecording(lesson.recorded, made)}`);
    }
  } finally {
    await browser.close();
  }
}

function readLesson({ parseLesson }, { document }) {
  return parseLesson(readFileSync(document, 'utf8'), document);
}

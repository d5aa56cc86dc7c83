import { mkdtempSync, readFileSync, writeFileSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkRecording } from './check-recording.mjs';
import { lessonFolders } from './lesson-folders.mjs';
import { libraryHash } from './library-hash.mjs';
import { loadTools } from './load-tools.mjs';

const tools = await loadTools();

describe('a recording', () => {
  const [lesson] = lessonFolders().filter(({ slug }) => slug === 'neural-networks');

  /** A copy of the lesson with other text in its document. */
  function changed(from: string | RegExp, to: string) {
    const folder = mkdtempSync(path.join(tmpdir(), 'lesson-'));
    cpSync(lesson!.folder, folder, { recursive: true });
    const document = path.join(folder, 'lesson.mdx');
    writeFileSync(document, readFileSync(document, 'utf8').replace(from, to));
    return { ...lesson!, folder, document, recorded: path.join(folder, 'recorded') };
  }

  it('has parted from a cell whose code is another, which is named', async () => {
    const [problem] = await checkRecording(
      tools,
      changed('batchSize: 32,\n  validationData: [sets', 'batchSize: 16,\n  validationData: [sets'),
    );
    expect(problem).toMatch(
      /code of neural-networks has changed .* at cell "train"\. Run: npm run record -- neural-networks/,
    );
  });

  it('has parted from the first cell on when the seed is another', async () => {
    const [problem] = await checkRecording(tools, changed(/^seed: .*$/m, 'seed: 4321'));
    expect(problem).toMatch(/at cell "load"/);
  });

  it('is still of a lesson whose prose has changed', async () => {
    const prose = changed('A doctor has eight numbers', 'A physician has eight numbers');
    expect(await checkRecording(tools, prose)).toEqual(await checkRecording(tools, lesson!));
    expect((await checkRecording(tools, prose)).join()).not.toContain('code of');
  });

  it('is missed where there is none', async () => {
    const lost = { ...lesson!, recorded: path.join(tmpdir(), 'no-such-folder') };
    expect(await checkRecording(tools, lost)).toEqual([
      'neural-networks has no recording. Run: npm run record -- neural-networks',
    ]);
  });
});

describe('the hash of the library', () => {
  it('counts the parts that a lesson uses, and no others', async () => {
    const hash = (code: string) => libraryHash([{ code }]);
    const none = await hash('const a = 1;');
    expect(none).toMatch(/^[0-9a-f]{16}$/);
    expect(await hash('const b = 2;')).toBe(none);
    expect(await hash('show.matrix(x)')).not.toBe(none);
    expect(await hash('show.matrix(x)')).not.toBe(await hash('show.confusion(x)'));
    expect(await hash('show\n  .matrix(y)')).toBe(await hash('show.matrix(x)'));
  });
});

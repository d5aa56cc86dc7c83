import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkRecording } from './check-recording.mjs';
import { libraryHash } from './library-hash.mjs';
import { loadTools } from './load-tools.mjs';
import { MOST } from './weigh.mjs';

const tools = await loadTools();

const CODES = { load: 'const a = 1;', train: 'show.text(`${a}`);' };

function document({ codes = CODES, seed = 1, prose = 'Some text.' } = {}): string {
  const head = `---\ntitle: A\nsummary: B\nminutes: 1\nupdated: 2026-01-31\nseed: ${seed}\n---\n`;
  const cells = Object.entries(codes).map(
    ([id, code]) => `\`\`\`ts cell="${id}" title="${id}"\n${code}\n\`\`\``,
  );
  return [head, prose, ...cells].join('\n\n');
}

/** A lesson in a folder of its own, recorded as it is without the change. */
async function recorded(change: Parameters<typeof document>[0] = {}, numbers = new Uint8Array()) {
  const folder = mkdtempSync(path.join(tmpdir(), 'lesson-'));
  const lesson = {
    ...{ slug: 'lesson', folder, document: path.join(folder, 'lesson.mdx') },
    recorded: path.join(folder, 'recorded'),
  };
  const cells = Object.entries(CODES).map(([id, code]) => ({ id, code }));
  const hashes = tools.lessonHashes(1, cells);
  const figure = { id: 'f', kind: 'matrix', title: '', caption: '', stepName: '' };
  const own = { figure, frames: [{ step: 1, data: matrix(numbers.length) }] };
  const cell = (id: string) => ({
    ...{ code: hashes[id], ms: 1, device: 'wasm', bytes: [0, numbers.length] },
    arrays: [['u8', numbers.length]],
    show: { outputs: [], figures: numbers.length === 0 ? {} : { f: own } },
  });
  const recording = {
    ...{ format: tools.RECORDING_FORMAT, protocol: tools.PROTOCOL_VERSION },
    ...{ recorded: '2026-01-31', library: await libraryHash(cells) },
    cells: Object.fromEntries(cells.map(({ id }) => [id, cell(id)])),
  };
  mkdirSync(lesson.recorded);
  writeFileSync(path.join(lesson.recorded, 'recording.json'), JSON.stringify(recording));
  writeFileSync(path.join(lesson.recorded, 'numbers.bin'), numbers);
  writeFileSync(lesson.document, document(change));
  return lesson;
}

const matrix = (columns: number) => ({
  ...{ rows: 1, columns, values: { $array: 0 }, rowLabels: [], columnLabels: [] },
  scale: 'magnitude',
});

const RUN = 'Run: npm run record -- lesson';

describe('a recording', () => {
  it('is of its lesson as long as nothing but words has changed', async () => {
    expect(await checkRecording(tools, await recorded())).toEqual([]);
    expect(await checkRecording(tools, await recorded({ prose: 'Other words.' }))).toEqual([]);
  });

  it('has parted from a cell whose code is another, which is named', async () => {
    const lesson = await recorded({ codes: { ...CODES, train: 'show.text("b");' } });
    expect(await checkRecording(tools, lesson)).toEqual([
      `The code of lesson has changed since it was recorded, at cell "train". ${RUN}`,
    ]);
  });

  it('has parted from the first cell on when the seed is another', async () => {
    const [problem] = await checkRecording(tools, await recorded({ seed: 2 }));
    expect(problem).toContain('at cell "load"');
  });

  it('has parted from a library of which its cells use something else', async () => {
    const lesson = await recorded({ codes: { ...CODES, train: 'show.matrix([[a]]);' } });
    expect((await checkRecording(tools, lesson))[1]).toBe(
      `What lesson uses of the library has changed since it was recorded. ${RUN}`,
    );
  });

  it('is missed where there is none', async () => {
    const lost = { ...(await recorded()), recorded: path.join(tmpdir(), 'no-such-folder') };
    expect(await checkRecording(tools, lost)).toEqual([`lesson has no recording. ${RUN}`]);
  });

  it('may not weigh more than its page may load', async () => {
    // Digits of a chaotic map, which nothing compresses; two cells have them.
    let x = 0.3;
    const noise = Uint8Array.from({ length: MOST }, () => (x = 3.99 * x * (1 - x)) * 1e6);
    const [problem] = await checkRecording(tools, await recorded({}, noise));
    expect(problem).toMatch(
      /^What lesson loads of its recording is \d+ bytes compressed, of 300000/,
    );
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

import { cpSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { readContent } from './check.mjs';
import * as tools from './tools';
import { runInProcess } from './testing/run-in-process';
import { watchContent } from './watch-content.mjs';

describe('watchContent', () => {
  it('checks again what changed, and nothing else', async () => {
    const content = mkdtempSync(path.join(tmpdir(), 'content-'));
    cpSync('scripts/check-content/broken/01-broken', path.join(content, '01-broken'), {
      recursive: true,
    });
    const said: string[] = [];
    const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
    const stop = watchContent(
      { tools, content, names: [], by: { run: runInProcess, checkTypes: () => [] } },
      readContent(tools, content, []),
    );

    const file = path.join(content, '01-broken/exercises/sound.mdx');
    const sound = readFileSync(file, 'utf8');
    writeFileSync(file, sound.replace('return 2 * x', 'return 3 * x'));
    await vi.waitFor(
      () => expect(said.at(-1)).toBe('0 lessons and 1 exercise: 4 errors, 0 notes.'),
      10_000,
    );
    expect(said.join('\n')).toContain('sound.mdx changed.');
    expect(said.join('\n')).toContain('The solution does not pass the test "doubles 3"');
    expect(said.join('\n')).not.toContain('never-placed');

    // As many editors save.
    writeFileSync(`${file}.new`, sound);
    renameSync(`${file}.new`, file);
    await vi.waitFor(
      () => expect(said.at(-1)).toBe('0 lessons and 1 exercise: 0 errors, 0 notes.'),
      10_000,
    );

    said.length = 0;
    writeFileSync(`${file}.new`, sound.replace('return 2 * x', 'return 4 * x'));
    renameSync(`${file}.new`, file);
    await vi.waitFor(() => expect(said.at(-1)).toContain('4 errors'), 10_000);
    stop();
    log.mockRestore();
  });

  it('says what another document has broken, and mended', async () => {
    const content = mkdtempSync(path.join(tmpdir(), 'content-'));
    const from = 'scripts/check-content/broken/01-broken';
    for (const name of ['lesson.mdx', 'exercises/sound.mdx']) {
      cpSync(path.join(from, name), path.join(content, '01-broken', name));
    }
    const said: string[] = [];
    const hear = (line: string) => void said.push(line);
    const spies = [
      vi.spyOn(console, 'log').mockImplementation(hear),
      vi.spyOn(console, 'error').mockImplementation(hear),
    ];
    const stop = watchContent(
      { tools, content, names: ['sound'], by: { run: runInProcess, checkTypes: () => [] } },
      readContent(tools, content, ['sound']),
    );
    const heard = (words: string) => vi.waitFor(() => expect(said.at(-1)).toContain(words), 10_000);

    const lesson = path.join(content, '01-broken/lesson.mdx');
    const source = readFileSync(lesson, 'utf8');
    writeFileSync(lesson, source.replace('<Exercise id="sound" />', ''));
    await heard('0 lessons and 1 exercise: 1 error, 0 notes.');
    writeFileSync(lesson, source);
    await heard('0 lessons and 1 exercise: 0 errors, 0 notes.');
    expect(said.join('\n')).toContain('Mended: ');

    const exercise = path.join(content, '01-broken/exercises/sound.mdx');
    renameSync(exercise, `${content}/away.txt`);
    await heard('There is no lesson and no exercise "sound".');
    renameSync(`${content}/away.txt`, exercise);
    await heard('0 lessons and 1 exercise: ');
    stop();
    spies.forEach((spy) => spy.mockRestore());
  });
});

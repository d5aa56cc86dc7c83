import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from './front-matter';
import { sampleLesson } from './sample';

const FILE = 'content/02-sample/lesson.mdx';
const split = (fields: Record<string, string | null>) =>
  splitFrontMatter(sampleLesson('Text.\n', fields), FILE);

describe('front matter', () => {
  it('is read, with defaults', () => {
    expect(split({}).frontMatter).toEqual({
      title: 'Sample',
      summary: 'A lesson for tests.',
      minutes: 5,
      updated: '2026-01-31',
      seed: 7,
      prerequisites: [],
    });
  });

  it('leaves the lines of the body where they are in the file', () => {
    const source = sampleLesson('First.\n\nThird.\n');
    const lines = splitFrontMatter(source, FILE).body.split('\n');
    const inFile = source.split('\n');
    expect(lines.indexOf('Third.')).toBe(inFile.indexOf('Third.'));
    expect(lines.slice(0, inFile.indexOf('First.')).join('')).toBe('');
  });

  it.each([
    [{ title: null }, '"title": is required.'],
    [{ seed: null }, '"seed": is required.'],
    [{ title: '""' }, '"title": must not be empty.'],
    [{ seed: '1.5' }, '"seed": must be a whole number.'],
    [{ seed: '-1' }, '"seed": must not be negative.'],
    [{ minutes: 'long' }, '"minutes": must be a whole number of minutes.'],
    [{ updated: '31.1.2026' }, '"updated": must be a date such as 2026-01-31.'],
    [{ updated: '2026-02-30' }, '"updated": must be a day that exists.'],
    [{ prerequisites: '[Neural Networks]' }, '"prerequisites.0": must be a slug'],
    [{ author: 'me' }, '"author": not a field. Known: title, summary,'],
  ])('refuses %o, naming file, line, field and reason', (fields, reason) => {
    expect(() => split(fields)).toThrow(new RegExp(`^${FILE}:[1-7], `));
    expect(() => split(fields)).toThrow(`, front matter, ${reason}`);
  });

  it('names the line of a YAML error', () => {
    expect(() => split({ title: '[open' })).toThrow(
      /lesson\.mdx:\d+: front matter is not valid YAML/,
    );
  });

  it('is required', () => {
    expect(() => splitFrontMatter('# Title\n', FILE)).toThrow(
      `${FILE}:1: must begin with front matter`,
    );
    expect(() => splitFrontMatter('---\n- a\n---\n', FILE)).toThrow(
      `${FILE}:1: front matter must be`,
    );
  });
});

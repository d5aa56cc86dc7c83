import { describe, expect, it } from 'vitest';
import { checkDocuments } from './documents';
import type { Finding } from './finding';
import { runExercise } from './runnable';
import { differences, expectedOfBroken, readBroken } from './testing/broken';
import { runInProcess } from './testing/run-in-process';

const NO_SITE = { pages: new Set(['/', '/data']), hasFile: () => false };

const documents = readBroken();
const checked = checkDocuments(documents, NO_SITE, () => new Map());
const expected = expectedOfBroken();

/** That an exercise has fewer hints than the course wants is true of nearly all of them. */
const isOfRules = ({ sentence }: Finding) => sentence.includes('that the course asks for');
const of = (file: string) =>
  checked.findings.filter((finding) => finding.file === file && !isOfRules(finding));

describe('a broken document', () => {
  it('is there for each that is expected, and the other way round', () => {
    const files = [...documents.lessons, ...documents.exercises].map(({ file }) => file);
    expect(files.sort()).toEqual(
      [...Object.keys(expected.documents), ...Object.keys(expected.runs)].sort(),
    );
    expect(files.length).toBeGreaterThan(20);
  });

  it.each(Object.entries(expected.documents))('%s is caught by reading it', (file, sentences) => {
    expect(differences(of(file), sentences)).toEqual([]);
  });

  it.each(Object.entries(expected.runs))('%s is caught by running it', async (file, sentences) => {
    expect(of(file)).toEqual([]);
    const { document, parsed } = checked.exercises.find((each) => each.document.file === file)!;
    const { findings } = (await runExercise(parsed, document.source, runInProcess))!;
    expect(differences(findings, sentences)).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readDocuments } from '../documents/read-documents';
import type { Finding } from '../finding';

export type Expected = Pick<Finding, 'line' | 'level'> & {
  /** How the sentence begins, or what stands in it. */
  sentence: string;
};

/** What is wrong with each document of `broken/`: found by reading it, and found only by running it. */
export type ExpectedFindings = Record<'documents' | 'runs', Record<string, Expected[]>>;

// Commands and tests are started in the project's folder; this file is bundled into one elsewhere.
const folder = path.resolve('scripts/check-content/broken');

export const readBroken = () => readDocuments(folder, folder);

export const expectedOfBroken = (): ExpectedFindings =>
  JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as ExpectedFindings;

/** What is said of a document and what was to be said, where they differ; as text, for a person. */
export function differences(found: readonly Finding[], expected: readonly Expected[]): string[] {
  const fits = (finding: Finding, { line, level, sentence }: Expected) =>
    finding.line === line && finding.level === level && finding.sentence.includes(sentence);
  const missing = expected.filter((each) => !found.some((finding) => fits(finding, each)));
  const extra = found.filter((finding) => !expected.some((each) => fits(finding, each)));
  return [
    ...missing.map(({ line, sentence }) => `not found: line ${line}, ${sentence}`),
    ...extra.map(({ line, sentence }) => `found too: line ${line}, ${sentence}`),
  ];
}

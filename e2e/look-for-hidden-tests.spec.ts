import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from './support/test';

/** All that the site can send. */
const SENT = ['.next/static', '.next/server/app', 'public'];
const TEXT = /\.(?:body|css|html|js|json|meta|rsc|svg|txt)(?:\.br)?$/;

test('who looks through all that the site sends finds no hidden test', () => {
  const sentences = hiddenSentences();
  expect(sentences.length).toBeGreaterThan(50);
  const files = SENT.flatMap(filesIn).filter((file) => TEXT.test(file));
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((file) => {
    const text = textOf(file);
    return sentences.filter((sentence) => text.includes(sentence)).map((each) => [file, each]);
  });
  expect(found).toEqual([]);
  // The way of looking finds what is there: public tests are sent.
  const [publicTest] = sentencesIn('ts tests');
  expect(files.some((file) => textOf(file).includes(publicTest ?? ''))).toBe(true);
});

/** Those that no public test shares. */
function hiddenSentences(): string[] {
  const shown = new Set(sentencesIn('ts tests'));
  return sentencesIn('ts hidden-tests').filter((sentence) => !shown.has(sentence));
}

function sentencesIn(fence: string): string[] {
  const documents = filesIn('content').filter((file) => /\/exercises\/[^/]+\.mdx$/.test(file));
  const fences = documents.flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(new RegExp(`^\`\`\`${fence}\\n(.*?)^\`\`\``, 'gms')),
  ]);
  return fences.flatMap(([, code = '']) =>
    [...code.matchAll(/^test\(\s*(['"])(.*?)\1,/gms)].map(([, , sentence = '']) => sentence),
  );
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => statSync(file).isFile());
}

function textOf(file: string): string {
  const bytes = readFileSync(file);
  return (file.endsWith('.br') ? brotliDecompressSync(bytes) : bytes).toString();
}

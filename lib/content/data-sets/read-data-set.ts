import { evaluate } from '@mdx-js/mdx';
import type { MDXContent } from 'mdx/types';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import * as runtime from 'react/jsx-runtime';
import remarkGfm from 'remark-gfm';
import { parse } from 'yaml';
import { z } from 'zod';
import { ContentError } from '../content-error';

const text = z.string('must be a text').trim().min(1, 'must not be empty');

/** The front matter of `data/<name>/README.md`. */
const schema = z.strictObject({
  title: text,
  /** What a cell writes. */
  call: text,
  kind: z.enum(['images', 'table', 'text', 'weights'], 'must be images, table, text or weights'),
  summary: text,
  /** Who made it. */
  source: text,
  licence: text,
  licenceUrl: z.url('must be an address'),
});

export type DataSet = z.infer<typeof schema> & {
  /** The folder's name. */
  name: string;
  /** The files that cells fetch, in bytes. */
  files: { name: string; bytes: number }[];
  /** A few of its lines, for a table and for a text; empty for images and weights. The first of a table is its header. */
  lines: string[][];
  /** The README below its title, as a component that takes the MDX components. */
  Content: MDXContent;
};

const SHOWN = { table: 6, text: 8 };

/** @throws {ContentError} naming the file and the field */
export async function readDataSet(data: string, name: string): Promise<DataSet> {
  const file = `data/${name}/README.md`;
  const source = readFileSync(path.join(data, name, 'README.md'), 'utf8');
  const match = /^---\n([\s\S]*?)\n---\n+# [^\n]+\n([\s\S]*)$/.exec(source);
  if (match === null) {
    throw new ContentError(file, { line: 1 }, 'must begin with front matter, then a title "# …".');
  }
  const fields = schema.safeParse(parse(match[1] ?? ''));
  if (!fields.success) {
    const [issue] = fields.error.issues;
    const field = issue?.path.join('.') ?? '';
    throw new ContentError(file, { field }, `${issue?.message ?? 'is wrong'}.`);
  }
  const files = filesOf(path.join(data, name));
  const { default: Content } = await evaluate(match[2] ?? '', {
    ...runtime,
    format: 'md',
    remarkPlugins: [remarkGfm],
  });
  return {
    ...fields.data,
    name,
    files,
    lines: linesOf(data, name, fields.data.kind, files),
    Content,
  };
}

function filesOf(folder: string): DataSet['files'] {
  return readdirSync(folder)
    .filter((name) => name !== 'README.md')
    .map((name) => ({ name, bytes: statSync(path.join(folder, name)).size }));
}

function linesOf(
  data: string,
  name: string,
  kind: DataSet['kind'],
  files: DataSet['files'],
): string[][] {
  if (kind === 'images' || kind === 'weights') return [];
  return files.flatMap((file) => {
    const lines = readFileSync(path.join(data, name, file.name), 'utf8').split('\n');
    if (kind === 'table') {
      return lines.slice(0, SHOWN.table).map((line) => line.replaceAll('"', '').split(','));
    }
    const step = Math.floor(lines.length / SHOWN.text);
    return [lines.filter((_, at) => at % step === 0).slice(0, SHOWN.text)];
  });
}

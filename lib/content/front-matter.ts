import { parse, YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { ContentError } from './content-error';
import { frontMatterSchema, type FrontMatter } from './schema';

const FENCED = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(\r?\n|$)/;

/** The body keeps the lines of the front matter as empty ones, so that places in it are places in the file. */
export type SplitDocument = { frontMatter: FrontMatter; body: string };

function parseYaml(yaml: string, file: string): unknown {
  try {
    return parse(yaml) ?? {};
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const line = (error.linePos?.[0].line ?? 0) + 1;
    throw new ContentError(file, { line }, `front matter is not valid YAML: ${firstLine(error)}`);
  }
}

function firstLine(error: Error): string {
  return (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '.');
}

function isMissing(issue: z.core.$ZodIssue, data: unknown): boolean {
  const field = issue.path[0];
  return typeof data === 'object' && data !== null && field !== undefined && !(field in data);
}

function toContentError(issue: z.core.$ZodIssue, data: unknown, file: string): ContentError {
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(frontMatterSchema.shape).join(', ');
    return new ContentError(file, { field: issue.keys[0] ?? '' }, `not a field. Known: ${known}.`);
  }
  if (issue.path.length === 0) {
    return new ContentError(
      file,
      { line: 1 },
      'front matter must be a list of fields with values.',
    );
  }
  const field = issue.path.join('.');
  if (isMissing(issue, data)) return new ContentError(file, { field }, 'is required.');
  return new ContentError(file, { field }, `${issue.message}.`);
}

/** Splits a document into its checked front matter and its text. Throws `ContentError`. */
export function splitFrontMatter(source: string, file: string): SplitDocument {
  const match = FENCED.exec(source);
  if (!match) {
    throw new ContentError(
      file,
      { line: 1 },
      'must begin with front matter between two lines "---".',
    );
  }
  const data = parseYaml(match[1] ?? '', file);
  const result = frontMatterSchema.safeParse(data);
  if (!result.success) throw toContentError(result.error.issues[0]!, data, file);
  const blank = match[0].replace(/[^\n]/g, '');
  return { frontMatter: result.data, body: blank + source.slice(match[0].length) };
}

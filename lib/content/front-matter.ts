import { parse, YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { ContentError, type ContentPlace } from './content-error';
import { didYouMean, nearest } from './did-you-mean';
import { frontMatterSchema, type FrontMatter } from './schema';

const FENCED = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(\r?\n|$)/;

/** The body keeps the lines of the front matter as empty ones, so that places in it are places in the file. */
export type SplitDocument<F> = { frontMatter: F; body: string };

/** The front matter of a kind of document. */
export type Form<F> = {
  /** In errors: `not a field${of}.` */
  of: string;
  schema: z.ZodType<F> & { shape: object };
  /** What to write for a field that is missing, by its name. */
  examples?: Readonly<Record<string, string>>;
};

const LESSON: Form<FrontMatter> = { of: '', schema: frontMatterSchema };

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

/** A field's place in its document; line 1 when it isn't there. */
export function fieldPlace(source: string, field: string): ContentPlace {
  const yaml = FENCED.exec(source)?.[1] ?? '';
  const [name = ''] = field.split('.');
  const at = yaml.split('\n').findIndex((line) => line.startsWith(`${name}:`));
  return { field, line: at < 0 ? 1 : at + 2 };
}

function isMissing(issue: z.core.$ZodIssue, data: unknown): boolean {
  const field = issue.path[0];
  return typeof data === 'object' && data !== null && field !== undefined && !(field in data);
}

function toContentError<F>(
  issue: z.core.$ZodIssue,
  { source, file, data, form }: { source: string; file: string; data: unknown; form: Form<F> },
): ContentError {
  const fail = (field: string, reason: string) =>
    new ContentError(file, fieldPlace(source, field), reason);
  const misspelt = misspeltField(data, form);
  if (misspelt) {
    return fail(misspelt.field, `not a field${form.of}. Did you mean "${misspelt.meant}"?`);
  }
  if (issue.code === 'unrecognized_keys' && issue.path.length === 0) {
    const known = Object.keys(form.schema.shape).join(', ');
    return fail(issue.keys[0] ?? '', `not a field${form.of}. Known: ${known}.`);
  }
  if (issue.path.length === 0) {
    const reason = 'front matter must be a list of fields with values.';
    return new ContentError(file, { line: 1 }, reason);
  }
  const field = issue.path.join('.');
  if (!isMissing(issue, data)) return fail(field, `${issue.message}.${meantWord(issue, data)}`);
  const example = form.examples?.[field];
  return fail(
    field,
    `is required.${example ? ` Write for instance \`${field}: ${example}\`.` : ''}`,
  );
}

/** A field that is none of the form's, and likely is one of those that are not there. */
function misspeltField<F>(data: unknown, { schema }: Form<F>) {
  if (typeof data !== 'object' || data === null) return null;
  const missing = Object.keys(schema.shape).filter((name) => !(name in data));
  for (const field of Object.keys(data)) {
    const meant = field in schema.shape ? null : nearest(field, missing);
    if (meant !== null) return { field, meant };
  }
  return null;
}

/** Where a field's value is one of a few words. */
function meantWord(issue: z.core.$ZodIssue, data: unknown): string {
  const value = (data as Record<string, unknown>)[String(issue.path[0])];
  if (issue.code !== 'invalid_value' || typeof value !== 'string') return '';
  return didYouMean(value, issue.values.map(String));
}

/**
 * Splits a document into its checked front matter and its text. `choose` says what its front matter must be,
 * which may hang on what is in it. Throws `ContentError`.
 */
export function splitDocument<F>(
  source: string,
  file: string,
  choose: (data: unknown) => Form<F>,
): SplitDocument<F> {
  const match = FENCED.exec(source);
  if (!match) {
    throw new ContentError(
      file,
      { line: 1 },
      'must begin with front matter between two lines "---".',
    );
  }
  const data = parseYaml(match[1] ?? '', file);
  const form = choose(data);
  const result = form.schema.safeParse(data);
  if (!result.success) {
    throw toContentError(result.error.issues[0]!, { source, file, data, form });
  }
  const blank = match[0].replace(/[^\n]/g, '');
  return { frontMatter: result.data, body: blank + source.slice(match[0].length) };
}

/** The same of a lesson. Throws `ContentError`. */
export function splitFrontMatter(source: string, file: string): SplitDocument<FrontMatter> {
  return splitDocument(source, file, () => LESSON);
}

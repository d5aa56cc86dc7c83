import { z } from 'zod';

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a slug such as "neural-networks"');

function isCalendarDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export const text = (longest: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(longest, `must have at most ${longest} characters`);

/** The front matter of `content/NN-slug/lesson.mdx`. */
export const frontMatterSchema = z.strictObject({
  title: text(80),
  /** One or two sentences, shown under the title and to search engines. */
  summary: text(300),
  /** The place among the lessons; the folder's number when left out. */
  order: z.int('must be a whole number').positive('must be at least 1').optional(),
  /** Time to read, in minutes. */
  minutes: z.int('must be a whole number of minutes').positive('must be at least 1').max(120),
  /** Slugs of lessons to read before. */
  prerequisites: z.array(slug).default([]),
  /** The day of the last change in substance, as YYYY-MM-DD. */
  updated: z
    .string('must be a date such as 2026-01-31')
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date such as 2026-01-31')
    .refine(isCalendarDate, 'must be a day that exists'),
  /** Every run of a cell starts from a seed made of this number and the cell's id. */
  seed: z
    .int('must be a whole number')
    .nonnegative('must not be negative')
    .max(2 ** 31 - 1),
});

export type FrontMatter = z.infer<typeof frontMatterSchema>;

import type { LessonText } from '@/lib/export';

type Fetch = (address: string) => Promise<Pick<Response, 'ok' | 'json'>>;

/** What is fetched once does for the page's life. */
const known = new Map<string, LessonText>();

/**
 * The text of a lesson around its cells, which the site has as a file.
 * @throws {Error} with a sentence for the reader.
 */
export async function lessonText(
  slug: string,
  get: Fetch = (address) => fetch(address),
): Promise<LessonText> {
  const text = known.get(slug) ?? (await fetched(slug, get));
  known.set(slug, text);
  return text;
}

async function fetched(slug: string, get: Fetch): Promise<LessonText> {
  try {
    const response = await get(`/learn/${slug}/text.json`);
    if (response.ok) return (await response.json()) as LessonText;
  } catch {
    // Told below, whatever it was.
  }
  throw new Error(
    'The text of the lesson could not be fetched for the file. Check the connection, then try again; TypeScript can be saved without it.',
  );
}

import { listLessons } from '@/lib/content';

/** What a route of a lesson is given. */
export type LessonParams = { params: Promise<{ slug: string }> };

/** Every lesson that has a document; the build makes its routes. */
export async function lessonParams(): Promise<{ slug: string }[]> {
  return (await listLessons()).map(({ slug }) => ({ slug }));
}

/** Answers with what `read` gives of a lesson. */
export function lessonJson(read: (slug: string) => Promise<unknown>) {
  return async (_request: Request, { params }: LessonParams): Promise<Response> =>
    Response.json(await read((await params).slug));
}

import { getMaterials, listLessons } from '@/lib/content';

type Params = { params: Promise<{ slug: string }> };

// Made by the build, like the page; a reader who first checks an answer fetches it.
export const dynamic = 'force-static';
export const dynamicParams = false;

export async function generateStaticParams(): Promise<{ slug: string }[]> {
  return (await listLessons()).map(({ slug }) => ({ slug }));
}

export async function GET(_request: Request, { params }: Params): Promise<Response> {
  return Response.json(await getMaterials((await params).slug));
}

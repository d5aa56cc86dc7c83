import { examplePicture, PICTURED } from '@/lib/content/data-sets';

type Params = { params: Promise<{ file: string }> };

// Drawn by the build, like the page.
export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams(): { file: string }[] {
  return PICTURED.map((name) => ({ file: `${name}.png` }));
}

export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const name = (await params).file.replace(/\.png$/, '');
  return new Response(examplePicture(name).file(), { headers: { 'Content-Type': 'image/png' } });
}

import { getMaterials } from '@/lib/content';
import { lessonJson } from '../lesson-route';

export { lessonParams as generateStaticParams } from '../lesson-route';

// Made by the build, like the page; a reader who first checks an answer fetches it.
export const dynamic = 'force-static';
export const dynamicParams = false;

export const GET = lessonJson(getMaterials);

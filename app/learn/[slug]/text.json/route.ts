import { getLessonText } from '@/lib/content';
import { lessonJson } from '../lesson-route';

export { lessonParams as generateStaticParams } from '../lesson-route';

// Made by the build, like the page; only who saves a lesson as a file fetches it.
export const dynamic = 'force-static';
export const dynamicParams = false;

export const GET = lessonJson(getLessonText);

// The parts of `lib` that commands about exercises need, as one file for Node.
export { ContentError } from '@/lib/content/content-error';
export { filesIn } from '@/lib/content/content-files';
export { parseExercise } from '@/lib/content/exercises/parse-exercise';
export { readExercises } from '@/lib/content/exercises/read-exercises';
export { COURSE_PLAN } from '@/lib/content/course-plan';

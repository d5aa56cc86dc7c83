// Starts an exercise: `npm run new:exercise -- activation-functions stable-softmax`, with a kind after it if it is not
// code. See docs/authoring.md.
import { exerciseSkeleton, KINDS } from './new/exercise-skeleton.mjs';
import { requireSlug, writeNew } from './new/write-new.mjs';
import { command, SetupError } from './setup/fail.mjs';
import { root } from './setup/root.mjs';

await command(async () => {
  const { existsSync, readdirSync } = await import('node:fs');
  const { basename, join } = await import('node:path');
  const { lessonFolders } = await import('./record/lesson-folders.mjs');
  const [slug, id, kind = 'code', ...more] = process.argv.slice(2);
  if (!slug || !id || more.length > 0) {
    throw new SetupError(
      'Which exercise, of which lesson?',
      'Write npm run new:exercise -- <lesson-slug> <id>, and after that a kind if it is not code.',
    );
  }
  const lessons = lessonFolders();
  const lesson = lessons.find((each) => each.slug === slug);
  if (!lesson) {
    throw new SetupError(
      `There is no lesson "${slug}".`,
      `There are ${lessons.map((each) => each.slug).join(', ')}. Start one with npm run new:lesson -- <slug>.`,
    );
  }
  requireSlug(id, 'the id of an exercise');
  if (!KINDS.includes(kind))
    throw new SetupError(`There is no kind "${kind}".`, `There are ${KINDS.join(', ')}.`);
  const taken = readdirSync(join(root, 'content')).find((folder) =>
    existsSync(join(root, 'content', folder, 'exercises', `${id}.mdx`)),
  );
  if (taken) {
    throw new SetupError(
      `content/${taken}/exercises/${id}.mdx is there already, and ids are unique in the course.`,
      'Choose another id, or edit that file.',
    );
  }
  const folder = basename(lesson.folder);
  const path = `content/${folder}/exercises/${id}.mdx`;
  writeNew(path, exerciseSkeleton(id, kind));
  console.log(`${path} is a complete exercise of kind ${kind}. Now:
1. Place it: write this on a line of its own into content/${folder}/lesson.mdx
   <Exercise id="${id}" />
2. Write your exercise over it; docs/authoring.md says how.
3. Check it: npm run check:content -- ${id}
4. See it: npm run dev, then open /learn/${slug}`);
});

// Starts a lesson: `npm run new:lesson -- applications`. See docs/authoring.md.
import { lessonSkeleton } from './new/lesson-skeleton.mjs';
import { requireSlug, writeNew } from './new/write-new.mjs';
import { command, SetupError } from './setup/fail.mjs';
import { prepare } from './setup/prepare.mjs';
import { root } from './setup/root.mjs';

await command(async () => {
  const [slug, ...more] = process.argv.slice(2);
  if (!slug || more.length > 0)
    throw new SetupError('Which lesson?', 'Write npm run new:lesson -- <slug>.');
  requireSlug(slug, 'the address of a lesson');
  await prepare([]);
  const { readdirSync } = await import('node:fs');
  const { join } = await import('node:path');
  const { loadTools } = await import('./exercises/load-tools.mjs');
  const { COURSE_PLAN } = await loadTools();
  const { titleOf } = await import('./new/exercise-skeleton.mjs');
  const planned = COURSE_PLAN.find((lesson) => lesson.slug === slug);
  const folders = readdirSync(join(root, 'content')).filter((name) => /^\d\d-/.test(name));
  const folder = folders.find((name) => name.slice(3) === slug) ?? `${number()}-${slug}`;
  writeNew(
    `content/${folder}/lesson.mdx`,
    lessonSkeleton({
      title: planned?.title ?? titleOf(slug),
      summary: planned
        ? `After this lesson you can ${planned.outcome}.`
        : 'Say in one or two sentences what the lesson is about.',
      today: new Date().toISOString().slice(0, 10),
    }),
  );
  console.log(`content/${folder}/lesson.mdx is a lesson with one cell. Now:
1. Write your lesson over it; docs/authoring.md says how.
2. See it: npm run dev, then open /learn/${slug}
3. Start an exercise of it: npm run new:exercise -- ${slug} <id>
4. Record what its cells show: npm run record -- ${slug}`);

  /** Its place in the plan, or the one after all others. */
  function number() {
    const last = Math.max(
      0,
      COURSE_PLAN.length,
      ...folders.map((name) => Number(name.slice(0, 2))),
    );
    return String(planned?.number ?? last + 1).padStart(2, '0');
  }
});

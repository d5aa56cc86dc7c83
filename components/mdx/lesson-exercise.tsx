import type { CompiledExercise } from '@/lib/content';
import { ExerciseView } from '@/components/exercise/exercise-view';
import { CellCode } from './cell-code';
import { mdxComponents } from './mdx-components';

/** `<Exercise id="…" />` of a lesson's MDX, which knows the lesson's exercises. */
export function lessonExercise(slug: string, exercises: readonly CompiledExercise[]) {
  const byId = new Map(exercises.map((compiled) => [compiled.exercise.id, compiled]));
  return function LessonExercise({ id }: { id: string }) {
    const compiled = byId.get(id);
    // `lib/content` lets no lesson name an exercise that it has not.
    return compiled ? <Drawn slug={slug} compiled={compiled} /> : null;
  };
}

function Drawn({ slug, compiled }: { slug: string; compiled: CompiledExercise }) {
  const { exercise, Task, hints, Answer, choices, starter } = compiled;
  return (
    <ExerciseView
      slug={slug}
      exercise={exercise}
      task={<Task components={mdxComponents} />}
      hints={hints.map((Hint, at) => (
        <Hint key={at} components={mdxComponents} />
      ))}
      answer={Answer && <Answer components={mdxComponents} />}
      choices={choices.map((Choice, at) => (
        <Choice key={at} components={mdxComponents} />
      ))}
      starter={starter ? <CellCode html={starter} /> : null}
    />
  );
}

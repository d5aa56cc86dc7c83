import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import type { CompiledExercise } from '@/lib/content';
import { lessonExercise } from './lesson-exercise';

vi.mock('@/components/exercise/exercise-view', () => ({
  ExerciseView: (
    props: Record<'task' | 'answer' | 'starter', ReactNode> & {
      slug: string;
      exercise: { id: string };
      hints: ReactNode[];
      choices: ReactNode[];
    },
  ) => (
    <section id={`${props.slug} ${props.exercise.id}`}>
      {props.task}|{props.hints}|{props.answer}|{props.choices}|{props.starter}
    </section>
  ),
}));

type Piece = CompiledExercise['Task'];

const text =
  (words: string): Piece =>
  ({ components }) => {
    const Aside = components?.Aside as (props: { children: ReactNode }) => ReactNode;
    return <Aside>{words}</Aside>;
  };

it('hands an exercise to its view, its parts drawn like those of a lesson', () => {
  const compiled: CompiledExercise = {
    exercise: {
      ...{ id: 'why', kind: 'text', title: 'Why', points: 1, difficulty: 'easy' },
      ...{ concepts: ['reasons'], hints: 2 },
    },
    Task: text('Task'),
    hints: [text('One'), text('Two')],
    Answer: text('Because'),
    choices: [text('A')],
    starter: '<b>let</b>',
  };
  const Exercise = lessonExercise('a', [compiled]);
  const html = renderToStaticMarkup(<Exercise id="why" />);
  const part = (words: string) => `<aside [^>]*>${words}</aside>`;
  expect(html).toMatch(
    new RegExp(
      `^<section id="a why">${part('Task')}\\|${part('One')}${part('Two')}\\|${part('Because')}\\|` +
        `${part('A')}\\|<pre.*><b>let</b></code></pre></section>$`,
    ),
  );
});

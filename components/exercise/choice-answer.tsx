'use client';

import { type ReactNode, useId } from 'react';
import { readChoice, writeChoice } from '@/lib/exercises/choice';
import type { ChoiceExercise } from '@/lib/exercises/exercise';
import answers from './answer.module.css';
import styles from './exercise.module.css';

type Props = {
  exercise: ChoiceExercise;
  choices: readonly ReactNode[];
  value: string;
  onChange: (answer: string) => void;
  titleId: string;
};

/** One of several, or where more than one is right, any of them. */
export function ChoiceAnswer({ exercise, choices, value, onChange, titleId }: Props) {
  const name = useId();
  const picked = readChoice(value);
  const several = exercise.choices.filter(({ correct }) => correct).length > 1;
  const pick = (at: number, on: boolean) => {
    if (!several) return onChange(writeChoice([at]));
    const others = picked.filter((each) => each !== at);
    onChange(writeChoice(on ? [...others, at] : others));
  };
  return (
    <fieldset className={answers.choices} aria-describedby={titleId}>
      <legend className={styles.label}>
        {several ? 'Choose all that are right' : 'Choose one'}
      </legend>
      {choices.map((choice, at) => (
        <label key={at} className={answers.choice}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name={name}
            checked={picked.includes(at)}
            onChange={(event) => pick(at, event.target.checked)}
          />
          <span>{choice}</span>
        </label>
      ))}
    </fieldset>
  );
}

'use client';

import { useId } from 'react';
import styles from './choice.module.css';
import { ControlRow } from './control-row';
import type { ControlProps } from './control-view';
import { useControlValue } from './use-control-value';

/** Options, and characters of all of them, that stand side by side; more are a list that opens. */
const SEGMENTS = { options: 5, characters: 44 };

/** One of several options. */
export function ChoiceControl({ cell, control, held }: ControlProps<'choice'>) {
  const { value, set } = useControlValue(cell, control, held);
  const { length: characters } = control.options.join('');
  const few = control.options.length <= SEGMENTS.options && characters <= SEGMENTS.characters;
  const Field = few ? Segments : List;
  return <Field control={control} value={value} onSet={set} />;
}

type FieldProps = {
  control: ControlProps<'choice'>['control'];
  value: string;
  onSet: (value: string) => void;
};

function Segments({ control, value, onSet }: FieldProps) {
  const id = useId();
  return (
    <ControlRow label={control.label} labelId={id}>
      <div className={styles.segments} role="radiogroup" aria-labelledby={id}>
        {control.options.map((option) => (
          <label key={option} className={styles.segment} data-text={option}>
            <input
              type="radio"
              name={`${id}option`}
              checked={option === value}
              onChange={() => onSet(option)}
            />
            {option}
          </label>
        ))}
      </div>
    </ControlRow>
  );
}

function List({ control, value, onSet }: FieldProps) {
  const id = useId();
  return (
    <ControlRow label={control.label} fieldId={id}>
      <select
        id={id}
        className={styles.list}
        value={value}
        onChange={(event) => onSet(event.target.value)}
      >
        {control.options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </ControlRow>
  );
}

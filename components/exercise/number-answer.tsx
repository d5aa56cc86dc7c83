'use client';

import { useId } from 'react';
import answers from './answer.module.css';
import styles from './exercise.module.css';

type Props = {
  label: string;
  unit: string;
  value: string;
  onChange: (answer: string) => void;
  titleId: string;
  readOnly?: boolean;
};

/** A number, with its unit beside it. */
export function NumberAnswer({ label, unit, value, onChange, titleId, readOnly = false }: Props) {
  const id = useId();
  return (
    <p className={answers.numberAnswer}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        size={10}
        value={value}
        readOnly={readOnly}
        aria-describedby={`${titleId} ${id}-unit`}
        onChange={(event) => onChange(event.target.value)}
      />
      <span id={`${id}-unit`}>{unit}</span>
    </p>
  );
}

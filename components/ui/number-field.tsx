'use client';

import { type KeyboardEvent, useId, useState } from 'react';
import styles from './number-field.module.css';

type Props = {
  /** Of the slider whose number it is. */
  label: string;
  value: number;
  /** The value as the field shows it. */
  text: string;
  read(text: string): { value: number } | { problem: string };
  onSet(value: number): void;
};

/** A slider's number, to be typed over. What can't be read stays until it is put right or left by Escape. */
export function NumberField({ label, value, text, read, onSet }: Props) {
  const id = useId();
  const [typed, setTyped] = useState<{ text: string; over: number } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // Moved by other means since: what was typed is of the past.
  if (typed !== null && typed.over !== value) {
    setTyped(null);
    setProblem(null);
  }

  function forget() {
    setTyped(null);
    setProblem(null);
  }

  function take() {
    if (typed === null) return;
    const taken = read(typed.text);
    if ('problem' in taken) return setProblem(taken.problem);
    forget();
    if (taken.value !== value) onSet(taken.value);
  }

  function press(event: KeyboardEvent) {
    if (event.key === 'Enter') take();
    if (event.key === 'Escape') forget();
  }

  return (
    <>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        className={styles.number}
        value={typed?.text ?? text}
        aria-label={`${label}, as a number`}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem === null ? undefined : id}
        onChange={(event) => setTyped({ text: event.target.value, over: value })}
        onFocus={(event) => event.target.select()}
        onBlur={take}
        onKeyDown={press}
      />
      {problem !== null && (
        <p id={id} className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

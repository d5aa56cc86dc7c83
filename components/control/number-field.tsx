'use client';

import { type KeyboardEvent, useId, useState } from 'react';
import type { Slider } from '@/lib/controls/slider-scale';
import { readSlider, sliderText } from '@/lib/controls/slider-text';
import styles from './slider.module.css';

type Props = { control: Slider; value: number; onSet: (value: number) => void };

/** A slider's number, to be typed over. What is no number of the range stays until it is put right or left by Escape. */
export function NumberField({ control, value, onSet }: Props) {
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
    const read = readSlider(control, typed.text);
    if ('problem' in read) return setProblem(read.problem);
    forget();
    if (read.value !== value) onSet(read.value);
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
        value={typed?.text ?? sliderText(control, value)}
        aria-label={`${control.label}, as a number`}
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

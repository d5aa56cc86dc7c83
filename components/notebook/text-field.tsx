'use client';

import { type FocusEvent, type KeyboardEvent, useId, useLayoutEffect, useRef } from 'react';
import { NOTEBOOK_LIMITS } from '@/lib/notebooks/notebook';
import styles from './text-block.module.css';

type Props = {
  value: string;
  onChange: (text: string) => void;
  /** `focus`: the reader asked to leave by a key, so the focus goes to the text. */
  onLeave: (focus: boolean) => void;
};

/** The Markdown of a text, in a plain field as high as what is in it. */
export function TextField({ value, onChange, onLeave }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  useLayoutEffect(() => {
    const element = field.current;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key !== 'Escape' && !(event.key === 'Enter' && event.shiftKey)) return;
    event.preventDefault();
    onLeave(true);
  };
  const onBlur = (event: FocusEvent<HTMLTextAreaElement>) => {
    // Going to another window is not leaving the text.
    if (document.hasFocus() && event.relatedTarget !== field.current) onLeave(false);
  };
  return (
    <>
      <textarea
        ref={field}
        className={styles.field}
        aria-label="Text in Markdown"
        aria-describedby={hint}
        value={value}
        rows={Math.max(3, value.split('\n').length + 1)}
        maxLength={NOTEBOOK_LIMITS.text}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      />
      <p id={hint} className={styles.hint}>
        Markdown, formulas between dollar signs. Shift+Enter or Esc shows the text.
      </p>
    </>
  );
}

'use client';

import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { afterPause } from '@/lib/controls/newest';
import { LIMITS } from '@/lib/protocol';
import { ControlRow } from './control-row';
import type { ControlProps } from './control-view';
import styles from './text.module.css';
import { useControlValue } from './use-control-value';

const PAUSE_MS = 200;

/** Words or lines of text; what is typed counts after a short pause, at Enter and when the field is left. */
export function TextControl({ cell, control, held }: ControlProps<'text'>) {
  const id = useId();
  const { value, set } = useControlValue(cell, control, held);
  const [typed, setTyped] = useState<string | null>(null);
  const sender = useMemo(
    () =>
      afterPause(PAUSE_MS, (text: string) => {
        set(text);
        setTyped(null);
      }),
    [set],
  );
  useEffect(() => () => sender.flush(), [sender]);

  function press(event: KeyboardEvent) {
    const inLine = control.lines === 1 || event.ctrlKey || event.metaKey;
    if (event.key === 'Enter' && inLine && !event.nativeEvent.isComposing) sender.flush();
  }

  const field = {
    id,
    value: typed ?? value,
    placeholder: control.placeholder,
    maxLength: LIMITS.controlText,
    className: styles.text,
    onChange: (event: { target: { value: string } }) => {
      setTyped(event.target.value);
      sender.send(event.target.value);
    },
    onBlur: sender.flush,
    onKeyDown: press,
  };
  return (
    <ControlRow label={control.label} fieldId={id}>
      {control.lines > 1 ? (
        <textarea rows={control.lines} {...field} />
      ) : (
        <input type="text" {...field} />
      )}
    </ControlRow>
  );
}

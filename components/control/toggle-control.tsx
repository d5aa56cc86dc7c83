'use client';

import { useId } from 'react';
import { ControlRow } from './control-row';
import type { ControlProps } from './control-view';
import styles from './toggle.module.css';
import { useControlValue } from './use-control-value';

/** On or off. */
export function ToggleControl({ cell, control, held }: ControlProps<'toggle'>) {
  const id = useId();
  const { value, set } = useControlValue(cell, control, held);
  return (
    <ControlRow label={control.label} fieldId={id}>
      <label className={styles.toggle}>
        <input
          id={id}
          type="checkbox"
          role="switch"
          className={styles.switch}
          checked={value}
          onChange={(event) => set(event.target.checked)}
        />
        <span className={styles.word} aria-hidden="true">
          {value ? 'on' : 'off'}
        </span>
      </label>
    </ControlRow>
  );
}

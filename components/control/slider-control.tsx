'use client';

import { useId, useRef } from 'react';
import { lastPosition, positionOf, valueAt } from '@/lib/controls/slider-scale';
import { NumberField } from '@/components/ui/number-field';
import { readSlider, sliderText } from '@/lib/controls/slider-text';
import { ControlRow } from './control-row';
import type { ControlProps } from './control-view';
import { ResetButton } from './reset-button';
import styles from './slider.module.css';
import { useControlValue } from './use-control-value';

/** A number on a range, by hand, by keys or typed. */
export function SliderControl({ cell, control, held }: ControlProps<'slider'>) {
  const id = useId();
  const range = useRef<HTMLInputElement>(null);
  const { value, set } = useControlValue(cell, control, held);
  return (
    <ControlRow label={control.label} fieldId={id}>
      <div className={styles.slider}>
        <div className={styles.scale}>
          <input
            ref={range}
            id={id}
            type="range"
            className={styles.range}
            min={0}
            max={lastPosition(control)}
            value={positionOf(control, value)}
            aria-valuetext={sliderText(control, value)}
            onChange={(event) => set(valueAt(control, event.target.valueAsNumber))}
          />
          <div className={styles.ends} aria-hidden="true">
            <span>{sliderText(control, control.min)}</span>
            <span>{sliderText(control, control.max)}</span>
          </div>
        </div>
        <NumberField
          label={control.label}
          value={value}
          text={sliderText(control, value)}
          read={(text) => readSlider(control, text)}
          onSet={set}
        />
        <ResetButton
          label={control.label}
          to={sliderText(control, control.value)}
          moved={value !== control.value}
          onReset={() => {
            set(control.value);
            range.current?.focus();
          }}
        />
      </div>
    </ControlRow>
  );
}

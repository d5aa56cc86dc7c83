'use client';

import { useId } from 'react';
import { NumberField } from '@/components/ui/number-field';
import type { Setting, Settings, SettingValue } from '@/lib/figures';
import { readNumber } from '@/lib/words/read-number';
import styles from './figure-settings.module.css';
import { PlayIcon } from './play-icon';
import { useSliderPlay } from './use-slider-play';

type Props = {
  title: string;
  settings: readonly Setting[];
  onSet(changed: Settings): void;
};

/** Options, and characters of all of them, that stand side by side; more are a list that opens. */
const SEGMENTS = { options: 4, characters: 32 };

/** What the reader can set in a figure, in rows that wrap. */
export function FigureSettings({ title, settings, onSet }: Props) {
  if (settings.length === 0) return null;
  return (
    <div className={styles.settings} role="group" aria-label={`Settings of ${title}`}>
      {settings.map((setting) => (
        <Field
          key={setting.key}
          setting={setting}
          onSet={(value) => onSet({ [setting.key]: value })}
          onSetAll={onSet}
        />
      ))}
    </div>
  );
}

type FieldProps<Kind extends Setting['kind'] = Setting['kind']> = {
  setting: Extract<Setting, { kind: Kind }>;
  onSet(value: SettingValue): void;
};

function Field({ setting, onSet, onSetAll }: FieldProps & { onSetAll(sets: Settings): void }) {
  switch (setting.kind) {
    case 'slider':
      return <Slider setting={setting} onSet={onSet} />;
    case 'choice':
      return <Choice setting={setting} onSet={onSet} />;
    case 'toggle':
      return (
        <label className={styles.toggle}>
          <input
            type="checkbox"
            checked={setting.value}
            onChange={(event) => onSet(event.target.checked)}
          />
          {setting.label}
        </label>
      );
    case 'action':
      return (
        <button type="button" className={styles.action} onClick={() => onSetAll(setting.sets)}>
          {setting.label}
        </button>
      );
    default:
      return setting satisfies never;
  }
}

/** No commas between thousands: one would be read as a decimal comma. */
const plainText = (value: number) => String(Number(value.toPrecision(4))).replace('-', '−');

function readAny(text: string) {
  const value = readNumber(text);
  return value === null ? { problem: 'This is not a number. Type one, such as −0.5.' } : { value };
}

function Slider({ setting, onSet }: FieldProps<'slider'>) {
  const id = useId();
  const { playing, play, pause } = useSliderPlay(setting, onSet);
  const { label, min, max, step, value, text = String(value), typed } = setting;
  return (
    <div className={styles.slider}>
      <label htmlFor={id}>{label}</label>
      {setting.plays !== undefined && (
        <button
          type="button"
          className={styles.action}
          aria-label={`${playing ? 'Pause' : 'Play'}: ${label}`}
          onClick={playing ? pause : play}
        >
          <PlayIcon playing={playing} />
        </button>
      )}
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        onChange={(event) => {
          pause();
          onSet(event.target.valueAsNumber);
        }}
      />
      {typed === undefined ? (
        <output htmlFor={id} aria-hidden="true">
          {text}
        </output>
      ) : (
        <>
          <NumberField
            label={label}
            value={value}
            text={plainText(value)}
            read={readAny}
            onSet={onSet}
          />
          {typed !== '' && <span>{typed}</span>}
        </>
      )}
    </div>
  );
}

function Choice({ setting, onSet }: FieldProps<'choice'>) {
  const id = useId();
  const { label, options, value } = setting;
  const few = options.length <= SEGMENTS.options && options.join('').length <= SEGMENTS.characters;
  if (!few) {
    return (
      <div className={styles.choice}>
        <label htmlFor={id}>{label}</label>
        <select id={id} value={value} onChange={(event) => onSet(event.target.value)}>
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      </div>
    );
  }
  return (
    <div className={styles.choice} role="radiogroup" aria-labelledby={id}>
      <span id={id}>{label}</span>
      <span className={styles.segments}>
        {options.map((option) => (
          <label key={option}>
            <input
              type="radio"
              name={`${id}option`}
              checked={option === value}
              onChange={() => onSet(option)}
            />
            {option}
          </label>
        ))}
      </span>
    </div>
  );
}

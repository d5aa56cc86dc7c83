'use client';

import { useId } from 'react';
import { DEVICES, type StepTime } from '@/lib/protocol';
import { type DeviceOption, deviceOptions } from '@/lib/lesson/device-words';
import styles from './device-menu.module.css';
import { useLesson } from './use-lesson';
import { useLessonValue } from './use-lesson-value';

const NO_TIMES: readonly StepTime[] = [];

/** The devices that there are, and which of them is to run the lesson. */
export function DeviceChoices() {
  const store = useLesson();
  const name = useId();
  const reports = useLessonValue(({ kernel }) => kernel.devices);
  const times = useLessonValue(({ kernel }) => kernel.device?.measured?.times ?? NO_TIMES);
  const chosen = useLessonValue(({ kernel }) => kernel.choice);
  return (
    <fieldset className={styles.choices}>
      <legend>Run on</legend>
      {deviceOptions(DEVICES, reports, times).map((option) => (
        <Choice
          key={option.choice}
          group={name}
          option={option}
          checked={option.choice === chosen}
          onChoose={() => store.chooseDevice(option.choice)}
        />
      ))}
    </fieldset>
  );
}

type ChoiceProps = {
  group: string;
  option: DeviceOption;
  checked: boolean;
  onChoose: () => void;
};

function Choice({ group, option, checked, onChoose }: ChoiceProps) {
  const missing = option.available === false;
  return (
    <label className={styles.choice} data-missing={missing || undefined}>
      <input
        type="radio"
        name={group}
        value={option.choice}
        checked={checked}
        disabled={missing && !checked}
        onChange={onChoose}
      />
      <span>
        <span className={styles.name}>{option.name}</span>
        {missing && <span className={styles.missing}>not available here</span>}
        <span className={styles.detail}>{option.detail}</span>
        {option.measured !== '' && <span className={styles.time}>{option.measured}</span>}
      </span>
    </label>
  );
}

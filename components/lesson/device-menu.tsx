'use client';

import { useId, useRef } from 'react';
import type { SandboxStatus } from '@/lib/kernel/state';
import { DEVICES } from '@/lib/protocol';
import { type DeviceOption, deviceOptions } from '@/lib/lesson/device-words';
import styles from './device-menu.module.css';
import { useDismiss } from './use-dismiss';
import { useLesson } from './use-lesson';
import { useLessonValue } from './use-lesson-value';

/** The device that runs the lesson, why it is this one, and the choice of another. */
export function DeviceMenu() {
  const root = useRef<HTMLDetailsElement>(null);
  useDismiss(root);
  const status = useLessonValue(({ kernel }) => kernel.status);
  const device = useLessonValue(({ kernel }) => kernel.device);
  return (
    <details ref={root} className={styles.menu} data-device={device?.device}>
      <summary className={styles.badge}>
        <span className={styles.spoken}>Device: </span>
        <span className={styles.device} data-fallback={device?.fellBack || undefined}>
          {device === null ? statusWord(status) : device.device}
        </span>
        {device?.fellBack === true && <span className={styles.fallback}>fall-back</span>}
        <svg className={styles.arrow} viewBox="0 0 8 8" aria-hidden="true">
          <path d="M1 5.5l3-3 3 3" />
        </svg>
      </summary>
      <div className={styles.panel}>
        <p className={styles.reason}>
          {device?.reason ?? 'The device is chosen when the first cell runs.'}
        </p>
        <Choices />
      </div>
    </details>
  );
}

function Choices() {
  const store = useLesson();
  const name = useId();
  const reports = useLessonValue(({ kernel }) => kernel.devices);
  const chosen = useLessonValue(({ kernel }) => kernel.choice);
  return (
    <fieldset className={styles.choices}>
      <legend>Run on</legend>
      {deviceOptions(DEVICES, reports).map((option) => (
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
      </span>
    </label>
  );
}

function statusWord(status: SandboxStatus): string {
  switch (status) {
    case 'off':
      return 'Not started';
    case 'starting':
    case 'ready':
      return 'Starting';
    case 'replacing':
      return 'Starting again';
    case 'failed':
      return 'Not running';
    default:
      return status satisfies never;
  }
}

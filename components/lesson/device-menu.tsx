'use client';

import { useRef, useState } from 'react';
import { lateComponent } from '@/components/ui/late-component';
import type { SandboxStatus } from '@/lib/kernel/state';
import { briefWords } from '@/lib/lesson/brief-words';
import { deviceAnnouncement } from '@/lib/lesson/device-announcement';
import styles from './device-menu.module.css';
import { useDismiss } from './use-dismiss';
import { useLessonValue } from './use-lesson-value';

const DeviceChoices = lateComponent(async () => (await import('./device-choices')).DeviceChoices);

/** The device that runs the lesson, why it is this one, and the choice of another. */
export function DeviceMenu() {
  const device = useLessonValue(({ kernel }) => kernel.device);
  return (
    <>
      <Menu />
      {/* Always there, and not within what is folded away, so that a change is heard. */}
      <p role="status" className={styles.spoken}>
        {deviceAnnouncement(device)}
      </p>
    </>
  );
}

function Menu() {
  const root = useRef<HTMLDetailsElement>(null);
  const [opened, setOpened] = useState(false);
  useDismiss(root);
  const status = useLessonValue(({ kernel }) => kernel.status);
  const device = useLessonValue(({ kernel }) => kernel.device);
  const [brief, rest] = briefWords(device?.measured?.words ?? '');
  return (
    <details
      ref={root}
      className={styles.menu}
      data-device={device?.device}
      onToggle={() => setOpened(true)}
    >
      <summary
        className={styles.badge}
        onPointerEnter={DeviceChoices.fetchAhead}
        onFocus={DeviceChoices.fetchAhead}
      >
        <span className={styles.spoken}>Device: </span>
        <span className={styles.device} data-fallback={device?.fellBack || undefined}>
          {device === null ? statusWord(status) : device.device}
        </span>
        {brief !== '' && (
          <span className={styles.measured} title={brief + rest}>
            {brief}
            <span className={styles.spoken}>{rest}</span>
          </span>
        )}
        {device?.fellBack === true && <span className={styles.fallback}>fall-back</span>}
        <svg className={styles.arrow} viewBox="0 0 8 8" aria-hidden="true">
          <path d="M1 5.5l3-3 3 3" />
        </svg>
      </summary>
      <div className={styles.panel}>
        <p className={styles.reason}>
          {device?.reason ?? 'The device is chosen when the first cell runs.'}
        </p>
        {opened && <DeviceChoices />}
      </div>
    </details>
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

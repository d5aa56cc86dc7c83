'use client';

import { useId } from 'react';
import styles from './choice.module.css';
import { PointMark } from './point-mark';

type Props = { labels: readonly string[]; chosen: number; onChoose: (label: number) => void };

/** The class that new points have, by name, shape and colour. */
export function PointClasses({ labels, chosen, onChoose }: Props) {
  const name = useId();
  return (
    <div className={styles.segments} role="radiogroup" aria-label="Class of new points">
      {labels.map((label, index) => (
        <label key={index} className={styles.segment} data-text={label}>
          <input
            type="radio"
            name={name}
            checked={index === chosen}
            onChange={() => onChoose(index)}
          />
          <span className={styles.named}>
            <svg viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">
              <PointMark label={index} />
            </svg>
            {label}
          </span>
        </label>
      ))}
    </div>
  );
}

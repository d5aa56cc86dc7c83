import type { CSSProperties } from 'react';
import { HEIGHT, type ForwardPassPicture } from '@/lib/figures/forward-pass';
import styles from './answer.module.css';
import { percent } from './percent';

/** From the right end of the network to the middle of the ring. */
export const ANSWER_X = 32;
const RADIUS = 26;

/** A ring that fills to the probability; what is missing to the truth, which is 100 %, is dashed. */
export function Answer({ picture: { answer, answerAfter } }: { picture: ForwardPassPicture }) {
  const style = { '--answer': 100 * answer, '--answer-after': 100 * answerAfter } as CSSProperties;
  const place = { cx: 0, cy: 0, r: RADIUS, pathLength: 100 };
  return (
    <svg x="100%" y={HEIGHT / 2} overflow="visible" style={style}>
      <g transform={`translate(${ANSWER_X} 0)`}>
        <g transform="rotate(-90)">
          <circle {...place} className={styles.track} />
          <circle {...place} className={styles.missing} />
          <circle {...place} className={styles.ring} />
        </g>
        <text className={`${styles.probability} ${styles.first}`} y={5}>
          {percent(answer)}
        </text>
        <text className={`${styles.probability} ${styles.second}`} y={5}>
          {percent(answerAfter)}
        </text>
        <text y={RADIUS + 24}>diabetes</text>
      </g>
    </svg>
  );
}

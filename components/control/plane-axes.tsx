import type { Plane } from '@/lib/controls/plane';
import styles from './points.module.css';

/** The plane's paper, its grid and the numbers along its edges. */
export function PlaneAxes({ plane: { box, xTicks, yTicks } }: { plane: Plane }) {
  const bottom = box.top + box.height;
  const right = box.left + box.width;
  return (
    <g aria-hidden="true">
      <rect x={box.left} y={box.top} width={box.width} height={box.height} className={styles.box} />
      {xTicks.map(({ at, text }) => (
        <g key={text}>
          <path d={`M${at} ${box.top}V${bottom}`} className={styles.line} />
          <text x={at} y={bottom + 16} className={styles.tick} textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
      {yTicks.map(({ at, text }) => (
        <g key={text}>
          <path d={`M${box.left} ${at}H${right}`} className={styles.line} />
          <text x={box.left - 8} y={at + 4} className={styles.tick} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      <rect
        x={box.left}
        y={box.top}
        width={box.width}
        height={box.height}
        className={styles.edge}
      />
    </g>
  );
}

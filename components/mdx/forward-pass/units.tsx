import type { Unit } from '@/lib/figures/forward-pass';
import styles from './units.module.css';

const SMALLEST_SHARE = 0.02;

/** Dots are lines of no length with round ends, which stay round however the drawing is stretched. */
const dot = ({ x, y }: Unit) => `M${x} ${y}h.01`;

/** The layers' units, empty, and above them their values. The answer is drawn by itself. */
export function Units({ layers }: { layers: readonly Unit[][] }) {
  return layers.slice(0, -1).map((units, layer) => (
    <g key={layer} className={styles[`layer${layer}`]}>
      <path className={styles.rim} d={units.map(dot).join('')} />
      <path className={styles.hollow} d={units.map(dot).join('')} />
      <g className={styles.values}>
        {units
          .filter(({ share }) => Math.abs(share) > SMALLEST_SHARE)
          .map((unit) => (
            <path
              key={unit.y}
              data-sign={unit.share < 0 ? 'negative' : 'positive'}
              d={dot(unit)}
              strokeOpacity={Math.abs(unit.share).toFixed(2)}
            />
          ))}
      </g>
    </g>
  ));
}

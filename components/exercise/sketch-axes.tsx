import { formatNumber } from '@/lib/lesson/format-numbers';
import styles from './sketch-pad.module.css';
import { BOX, type Plane } from './sketch-plane';

type Props = { plane: Plane & { xLabel: string; yLabel: string } };

const PARTS = [0, 0.25, 0.5, 0.75, 1];

/** The two axes, with their units. */
export function SketchAxes({ plane }: Props) {
  const { width, height, left, right, top, bottom } = BOX;
  const across = (part: number) => left + (width - left - right) * part;
  const down = (part: number) => height - bottom - (height - top - bottom) * part;
  const valueAt = ([from, to]: readonly [number, number], part: number) =>
    formatNumber(from + (to - from) * part);
  return (
    <g aria-hidden="true" className={styles.axes}>
      {PARTS.map((part) => (
        <g key={part}>
          <line x1={left} x2={width - right} y1={down(part)} y2={down(part)} />
          <text x={left - 8} y={down(part) + 4} textAnchor="end">
            {valueAt(plane.y, part)}
          </text>
          <text x={across(part)} y={height - bottom + 24} textAnchor="middle">
            {valueAt(plane.x, part)}
          </text>
        </g>
      ))}
      <text x={width - right} y={height - 10} textAnchor="end">
        {plane.xLabel}
      </text>
      <text x={left} y={top - 12}>
        {plane.yLabel}
      </text>
    </g>
  );
}

import { formatTick } from '@/lib/figures/format';
import { niceTicks } from '@/lib/figures/ticks';
import styles from './sketch-pad.module.css';
import { BOX, type Plane } from './sketch-plane';

type Props = { plane: Plane & { xLabel: string; yLabel: string } };

/** The two axes, with their units. */
export function SketchAxes({ plane }: Props) {
  const { width, height, left, right, top, bottom } = BOX;
  const across = (part: number) => left + (width - left - right) * part;
  const down = (part: number) => height - bottom - (height - top - bottom) * part;
  return (
    <g aria-hidden="true" className={styles.axes}>
      {ticksOf(plane.y).map(({ part, text }) => (
        <g key={text}>
          <line x1={left} x2={width - right} y1={down(part)} y2={down(part)} />
          <text x={left - 8} y={down(part) + 4} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      {ticksOf(plane.x).map(({ part, text }) => (
        <text key={text} x={across(part)} y={height - bottom + 24} textAnchor="middle">
          {text}
        </text>
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

/** Round values within the axis, each with its part of the way. */
function ticksOf([from, to]: readonly [number, number]): { part: number; text: string }[] {
  const { values, step } = niceTicks(from, to, 4);
  return values
    .filter((value) => value >= from && value <= to)
    .map((value) => ({ part: (value - from) / (to - from), text: formatTick(value, step) }));
}

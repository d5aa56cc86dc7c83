'use client';

import { memo, useMemo, useRef, useState } from 'react';
import { layPlane, spotOf, type Plane, type PointsControl } from '@/lib/controls/plane';
import { axisNames, type Points } from '@/lib/controls/point-edits';
import { PlaneAxes } from './plane-axes';
import { PointMark } from './point-mark';
import styles from './points.module.css';
import { usePlane } from './use-plane';
import { useWidth } from './use-width';

export type PlaneProps = {
  control: PointsControl;
  points: Points;
  /** The class of new points. */
  label: number;
  /** The index of the chosen point; -1 for none. */
  selected: number;
  labelledBy: string;
  describedBy: string;
  onSelect: (index: number) => void;
  /** One change, and the point that is chosen after it. */
  onChange: (points: Points, select: number) => void;
  /** A point is being moved: its beginning, each step, its end. */
  onGrab: () => void;
  onDrag: (points: Points) => void;
  onDrop: (points: Points) => void;
};

const WIDEST = 400;

/** The plane itself, for a mouse, a finger or the keyboard. */
export function PointsPlane(props: PlaneProps) {
  const { control, points, selected, labelledBy, describedBy } = props;
  const place = useRef<HTMLDivElement>(null);
  const width = Math.min(WIDEST, useWidth(place, WIDEST));
  const plane = useMemo(() => layPlane(control, width), [control, width]);
  const [focused, setFocused] = useState(false);
  const { cursor, spoken, onKeyDown, pointer } = usePlane(props, plane);
  const at = spotOf(plane, cursor);
  const [across, up] = axisNames(control.names);
  return (
    <div ref={place} className={styles.place}>
      <p className={styles.axis}>{up}</p>
      <svg
        width={plane.width}
        height={plane.height}
        className={styles.plane}
        role="application"
        aria-roledescription="plane"
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        tabIndex={0}
        onFocus={(event) => setFocused(event.target.matches(':focus-visible'))}
        onBlur={() => setFocused(false)}
        {...pointer}
        onKeyDown={(event) => {
          setFocused(true);
          onKeyDown(event);
        }}
      >
        <PlaneAxes plane={plane} />
        {points.map((point, index) => (
          <Point key={index} plane={plane} point={point} chosen={index === selected} />
        ))}
        {focused && (
          <path
            d="M-10 0H-3M3 0H10M0 -10V-3M0 3V10"
            transform={`translate(${at.left} ${at.top})`}
            className={styles.cursor}
          />
        )}
      </svg>
      <p className={styles.axis} data-across="">
        {across}
      </p>
      <p className={styles.spoken} aria-live="polite">
        {spoken}
      </p>
    </div>
  );
}

type PointProps = { plane: Plane; point: Points[number]; chosen: boolean };

const Point = memo(function Point({ plane, point, chosen }: PointProps) {
  const { left, top } = spotOf(plane, point);
  return (
    <g className={styles.point} transform={`translate(${left} ${top})`}>
      <circle r="16" className={styles.grip} />
      {chosen && <circle r="10" className={styles.chosen} />}
      <PointMark label={point.label} />
    </g>
  );
});

'use client';

import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react';
import {
  completed,
  readSketch,
  SKETCH_POINTS,
  type SketchPoint,
  stroke,
  writeSketch,
} from '@/lib/exercises/curve';
import type { PredictionExercise } from '@/lib/exercises/exercise';
import { formatNumber } from '@/lib/lesson/format-numbers';
import styles from './sketch-pad.module.css';
import { SketchAxes } from './sketch-axes';
import { BOX, pathOf, placeIn, type Plane } from './sketch-plane';

type Props = {
  plane: Extract<PredictionExercise['commit'], { of: 'curve' }>;
  value: string;
  onChange: (answer: string) => void;
  titleId: string;
  readOnly: boolean;
  /** The heights that came, evenly spaced; null before. */
  revealed: readonly number[] | null;
};

/** Heights that one press of an arrow is worth. */
const STEPS = 40;

/** A plane on which a curve is drawn: by pointer in one stroke or many, by keyboard point by point. */
export function SketchPad({ plane, value, onChange, titleId, readOnly, revealed }: Props) {
  const helpId = useId();
  const sketch = readSketch(value);
  const curve = completed(sketch) ?? sketch;
  const last = useRef<SketchPoint | null>(null);
  const [at, setAt] = useState(0);
  const draw = (from: SketchPoint, to: SketchPoint) => {
    if (!readOnly) onChange(writeSketch(stroke(sketch, from, to)));
  };

  const onPointer = (event: PointerEvent<SVGSVGElement>) => {
    if (readOnly || event.buttons !== 1) return;
    if (event.type === 'pointerdown') {
      event.currentTarget.setPointerCapture(event.pointerId);
      last.current = null;
    }
    const to = placeIn(event.currentTarget, event.clientX, event.clientY, plane);
    draw(last.current ?? to, to);
    last.current = to;
    setAt(to.at);
  };

  const height = sketch[at] ?? completed(sketch)?.[at] ?? (plane.y[0] + plane.y[1]) / 2;
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (move === undefined || readOnly) return;
    event.preventDefault();
    const next = Math.min(SKETCH_POINTS - 1, Math.max(0, at + move.x));
    const step = ((plane.y[1] - plane.y[0]) / STEPS) * move.y;
    const y = Math.min(plane.y[1], Math.max(plane.y[0], height + step));
    if (move.y !== 0) draw({ at, y }, { at, y });
    setAt(next);
  };

  const x = plane.x[0] + ((plane.x[1] - plane.x[0]) * at) / (SKETCH_POINTS - 1);
  const drawn = sketch[at] === null ? 'nothing drawn here' : formatNumber(height);
  return (
    <div className={styles.pad}>
      <svg
        className={styles.plane}
        viewBox={`0 0 ${BOX.width} ${BOX.height}`}
        role="slider"
        tabIndex={0}
        aria-label={`Your curve of ${plane.yLabel} over ${plane.xLabel}`}
        aria-describedby={`${titleId} ${helpId}`}
        aria-orientation="vertical"
        aria-valuemin={plane.y[0]}
        aria-valuemax={plane.y[1]}
        aria-valuenow={height}
        aria-valuetext={`${plane.xLabel} ${formatNumber(x)}: ${drawn}`}
        aria-readonly={readOnly}
        onPointerDown={onPointer}
        onPointerMove={onPointer}
        onKeyDown={onKeyDown}
      >
        <SketchAxes plane={plane} />
        <path className={styles.yours} d={pathOf(curve, plane)} />
        {revealed !== null && <path className={styles.came} d={pathOf(revealed, plane)} />}
        {!readOnly && <Cursor at={at} y={height} plane={plane} />}
      </svg>
      <p id={helpId} className={styles.help}>
        {readOnly && revealed !== null
          ? 'Dashed: what you expected. Drawn through: what came.'
          : 'Draw from left to right. By keyboard: left and right choose a place, up and down draw there.'}
      </p>
    </div>
  );
}

const MOVES: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
  PageUp: { x: 0, y: 5 },
  PageDown: { x: 0, y: -5 },
  Home: { x: -SKETCH_POINTS, y: 0 },
  End: { x: SKETCH_POINTS, y: 0 },
};

function Cursor({ at, y, plane }: { at: number; y: number; plane: Plane }) {
  const x = BOX.left + ((BOX.width - BOX.left - BOX.right) * at) / (SKETCH_POINTS - 1);
  const part = (y - plane.y[0]) / (plane.y[1] - plane.y[0]);
  const top = BOX.height - BOX.bottom - (BOX.height - BOX.top - BOX.bottom) * part;
  return <circle className={styles.cursor} cx={x} cy={top} r="5" />;
}

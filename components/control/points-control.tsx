'use client';

import { useId, useState } from 'react';
import { pointsWords, removePoint, type Points } from '@/lib/controls/point-edits';
import styles from './control.module.css';
import { ControlRow } from './control-row';
import type { ControlProps } from './control-view';
import { PointClasses } from './point-classes';
import { PointsPlane } from './points-plane';
import { PointsTable } from './points-table';
import { ToolButton } from './tool-button';
import { useControlValue } from './use-control-value';
import { useUndo } from './use-undo';

const NONE = -1;

/** Points of one or several classes on a plane. */
export function PointsControl({ cell, control, held }: ControlProps<'points'>) {
  const id = useId();
  const { value, set, sketch } = useControlValue(cell, control, held);
  const [wanted, setWanted] = useState(0);
  const [selected, setSelected] = useState(NONE);
  const undo = useUndo<Points>((points) => {
    setSelected(NONE);
    set([...points]);
  });
  const [tableOpen, setTableOpen] = useState(false);
  const label = Math.min(wanted, control.labels.length - 1);
  const chosen = selected < value.length ? selected : NONE;

  function change(points: Points, select: number) {
    undo.remember(value);
    set([...points]);
    setSelected(select);
  }

  return (
    <ControlRow label={control.label} labelId={`${id}label`}>
      {control.labels.length > 1 && (
        <PointClasses labels={control.labels} chosen={label} onChoose={setWanted} />
      )}
      <PointsPlane
        control={control}
        points={value}
        label={label}
        selected={chosen}
        labelledBy={`${id}label`}
        describedBy={`${id}status ${id}keys`}
        onSelect={setSelected}
        onChange={change}
        onGrab={() => undo.remember(value)}
        onDrag={(points) => sketch([...points])}
        onDrop={(points) => set([...points])}
      />
      <p id={`${id}keys`} className={styles.unseen}>
        Arrow keys move the cursor, Enter adds a point. Square brackets go from point to point,
        Shift with an arrow key moves the chosen point, Delete removes it.
      </p>
      <div className={styles.tools} role="group" aria-label={`Change ${control.label}`}>
        <ToolButton
          enabled={chosen !== NONE}
          onPress={() => change(removePoint(value, chosen), NONE)}
        >
          Delete point
        </ToolButton>
        <ToolButton enabled={undo.possible} onPress={undo.back}>
          Undo
        </ToolButton>
        <ToolButton enabled={value.length > 0} onPress={() => change([], NONE)}>
          Clear
        </ToolButton>
        <button
          type="button"
          className={styles.button}
          aria-expanded={tableOpen}
          aria-controls={tableOpen ? `${id}table` : undefined}
          onClick={() => setTableOpen(!tableOpen)}
        >
          Table
        </button>
      </div>
      <p id={`${id}status`} className={styles.status}>
        {pointsWords(control, value)}
      </p>
      {tableOpen && <PointsTable id={`${id}table`} control={control} points={value} />}
    </ControlRow>
  );
}

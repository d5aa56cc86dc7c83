'use client';

import { useId, useState } from 'react';
import { inkedWords } from '@/lib/controls/draw-grid';
import styles from './control.module.css';
import { ControlRow } from './control-row';
import type { ControlProps } from './control-view';
import { DrawPad } from './draw-pad';
import { ToolButton } from './tool-button';
import { useControlValue } from './use-control-value';
import { useUndo } from './use-undo';

/** A small drawing, as a grid of ink. */
export function DrawControl({ cell, control, held }: ControlProps<'draw'>) {
  const id = useId();
  const { value, set, sketch } = useControlValue(cell, control, held);
  const [spoken, setSpoken] = useState('');
  const undo = useUndo(draw);

  function draw(drawing: Float32Array) {
    set(drawing);
    setSpoken(inkedWords(drawing));
  }

  function clear() {
    undo.remember(value);
    draw(new Float32Array(value.length));
  }

  return (
    <ControlRow label={control.label} labelId={`${id}label`}>
      <DrawPad
        size={control.size}
        grid={value}
        labelledBy={`${id}label`}
        describedBy={`${id}status ${id}keys`}
        onBegin={() => undo.remember(value)}
        onSketch={sketch}
        onDrawn={draw}
      />
      <p id={`${id}keys`} className={styles.unseen}>
        Arrow keys move the pen, Space or Enter draws a dot, Shift with an arrow key draws a line.
      </p>
      <div className={styles.tools} role="group" aria-label={`Change ${control.label}`}>
        <ToolButton enabled={undo.possible} onPress={undo.back}>
          Undo
        </ToolButton>
        <ToolButton enabled={value.some((ink) => ink > 0)} onPress={clear}>
          Clear
        </ToolButton>
        <p id={`${id}status`} className={styles.status}>
          {inkedWords(value)}
        </p>
        <p className={styles.unseen} aria-live="polite">
          {spoken}
        </p>
      </div>
    </ControlRow>
  );
}

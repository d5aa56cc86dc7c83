'use client';

import { heldValue } from '@/lib/controls/held-value';
import type { CellId, Control, ControlValue } from '@/lib/protocol';
import { ChoiceControl } from './choice-control';
import { DrawControl } from './draw-control';
import { FileControl } from './file-control';
import { PointsControl } from './points-control';
import { SliderControl } from './slider-control';
import { TextControl } from './text-control';
import { ToggleControl } from './toggle-control';

type Props = {
  cell: CellId;
  control: Control;
  /** What the person has set the cell's controls to, by key. */
  held: Readonly<Record<string, ControlValue>>;
};

/** What every kind of control is given. `held`: what the lesson has it set to. */
export type ControlProps<Kind extends Control['kind']> = {
  cell: CellId;
  control: Extract<Control, { kind: Kind }>;
  held: Extract<Control, { kind: Kind }>['value'];
};

/** Something that a person can set, with its label. */
export function ControlView({ cell, control, held }: Props) {
  switch (control.kind) {
    case 'slider':
      return <SliderControl cell={cell} control={control} held={heldValue(control, held)} />;
    case 'choice':
      return <ChoiceControl cell={cell} control={control} held={heldValue(control, held)} />;
    case 'toggle':
      return <ToggleControl cell={cell} control={control} held={heldValue(control, held)} />;
    case 'text':
      return <TextControl cell={cell} control={control} held={heldValue(control, held)} />;
    case 'draw':
      return <DrawControl cell={cell} control={control} held={heldValue(control, held)} />;
    case 'points':
      return <PointsControl cell={cell} control={control} held={heldValue(control, held)} />;
    case 'file':
      return <FileControl cell={cell} control={control} held={heldValue(control, held)} />;
    default:
      return control satisfies never;
  }
}

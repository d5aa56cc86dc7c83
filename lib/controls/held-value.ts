import type { Control, ControlValue } from '@/lib/protocol';
import { fitsControl } from '@/lib/protocol/fits-control';

/** What a control is set to: as the person left it, or as the code has it where that is nothing for this control. */
export function heldValue<Kind extends Control>(
  control: Kind,
  held: Readonly<Record<string, ControlValue>>,
): Kind['value'] {
  const value = Object.hasOwn(held, control.key) ? held[control.key] : undefined;
  if (value === undefined || !fitsControl(control, value)) return control.value;
  // That it fits says that it is of the control's own kind.
  return value as Kind['value'];
}

import type { ControlPoint, ControlValue, Output } from '@/lib/protocol';
import { heldValue } from './held-value';
import { addPoint } from './point-edits';

/** What a cell shows, and where its controls stand. */
type Holder = {
  outputs: readonly Output[];
  controls: Readonly<Record<string, ControlValue>>;
};

/** The points of a control with one more; null where the cell shows no such control, or it has no room. */
export function withPoint(
  { outputs, controls }: Holder,
  key: string,
  point: ControlPoint,
): ControlValue {
  for (const output of outputs) {
    if (output.kind !== 'control' || output.control.key !== key) continue;
    if (output.control.kind !== 'points') return null;
    const points = heldValue(output.control, controls);
    const more = addPoint(points, point);
    return more === points ? null : more;
  }
  return null;
}

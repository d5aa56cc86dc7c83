import { fitsControl, type ControlValue } from '@/lib/protocol';
import { isControlValue } from '@/lib/protocol/guard-control';
import type { Held } from './model';
import { own } from './own';
import { valueIn } from './positions';
import { sameValue } from './same-value';

/** Whether a control of the cell can be moved there, and is not there already. */
export function acceptsMove(
  { shown, controls }: Pick<Held, 'shown' | 'controls'>,
  key: string,
  value: ControlValue,
): boolean {
  const control = own(shown, key);
  if (control === undefined || !isControlValue(value) || !fitsControl(control, value)) return false;
  return !sameValue(valueIn(control, controls), value);
}

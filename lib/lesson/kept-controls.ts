import type { CellState } from '@/lib/kernel/state';
import type { Output } from '@/lib/protocol';

export type ControlOutput = Extract<Output, { kind: 'control' }>;

/**
 * The outputs of a run, and after them the controls of the one before that it has not shown yet: whoever drags one or
 * types into it must not lose it because the cell runs anew, or fails. Only a run that ended well settles which
 * controls there are.
 */
export function withKeptControls(
  outputs: readonly Output[],
  former: readonly ControlOutput[],
  state: CellState,
): readonly Output[] {
  if (state === 'done') return outputs;
  const shown = new Set(controlsOf(outputs).map(({ control }) => control.key));
  const missing = former.filter(({ control }) => !shown.has(control.key));
  return missing.length === 0 ? outputs : [...outputs, ...missing];
}

export function controlsOf(outputs: readonly Output[]): ControlOutput[] {
  return outputs.filter((output) => output.kind === 'control');
}

import type { CellSnapshot } from '@/lib/kernel/state';

/** Whether something could make the cell run by itself: what it reads, or a control of its own. */
export function canBeAutomatic({
  automatic,
  inputs,
  outputs,
}: Pick<CellSnapshot, 'automatic' | 'inputs' | 'outputs'>): boolean {
  return (
    automatic ||
    Object.keys(inputs).length > 0 ||
    outputs.some((output) => output.kind === 'control')
  );
}

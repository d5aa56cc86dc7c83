import { settingsIn } from '@/lib/notebook/settings';
import type { CellSnapshot } from '@/lib/kernel/state';
import type { CellId, Control } from '@/lib/protocol';
import type { CellsById } from '../cells-by-id';
import { controlWords } from '../control-words';

/**
 * What a run of the cell is set to: by the code of the cell and of those on which it stands, in the order of the page,
 * and by where their controls stand.
 */
export function trainingSettings(
  cells: CellsById,
  order: readonly CellId[],
  id: CellId,
): [name: string, value: string][] {
  const involved = withAncestors(cells, id);
  const members = order.filter((each) => involved.has(each)).flatMap((each) => cells[each] ?? []);
  const controls = members.flatMap(controlsOf);
  const known = new Map(
    controls.flatMap((control) =>
      control.name === null ? [] : [[control.name, controlWords(control)]],
    ),
  );
  const found = new Map<string, string[]>();
  for (const { code } of members) {
    for (const { name, values } of settingsIn(code, known)) {
      found.set(name, [...(found.get(name) ?? []), ...values]);
    }
  }
  for (const control of controls) found.set(control.label, [controlWords(control)]);
  return [...found].map(([name, values]) => [name, values.join(', ')]);
}

function withAncestors(cells: CellsById, id: CellId): Set<CellId> {
  const seen = new Set([id]);
  for (const each of seen) for (const parent of cells[each]?.parents ?? []) seen.add(parent);
  return seen;
}

/** The controls of a cell as they stand. */
function controlsOf({ outputs, controls }: CellSnapshot): Control[] {
  return outputs.flatMap((output) => {
    if (output.kind !== 'control') return [];
    const { control } = output;
    const moved = Object.hasOwn(controls, control.key);
    return [moved ? ({ ...control, value: controls[control.key] } as Control) : control];
  });
}

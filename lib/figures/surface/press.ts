import { choosing } from '../dense/weight-settings';
import type { Pressed } from '../figure-module';
import type { Settings } from '../setting';
import { withAdded } from './added';
import { unitAt, type SurfaceCursor } from './cursor';
import { ANSWER, LAYER, PLACE, shownOptions, UNIT, type SurfaceScene } from './scene';

/** On the plane: a point where they are held by a control, and the place of the numbers; else what is pressed is shown or set. */
export function pressSurface(scene: SurfaceScene, cursor: SurfaceCursor): Pressed | null {
  const { data, chosen, network } = scene;
  if (cursor.part === 'plane') {
    const { x, y } = cursor;
    const settings: Settings = { [PLACE]: [x, y] };
    if (!data.control) return { settings };
    const point = { x, y, label: scene.nextClass };
    return {
      settings: { ...settings, ...withAdded(data, scene.added, point) },
      point: { ...data.control, point },
    };
  }
  const { layer, unit, from } = cursor;
  if (from !== null) return { settings: choosing(network, { layer, unit, from }, chosen) };
  const pinned = scene.pinned?.layer === layer && scene.pinned.unit === unit;
  const name = shownOptions(data)[layer + 1] ?? ANSWER;
  return { settings: { [LAYER]: pinned ? ANSWER : name, [UNIT]: unit + 1 } };
}

/** The weight that is being set, or the unit that was pressed. */
export function heldCursor({ chosen, pinned }: SurfaceScene): SurfaceCursor | null {
  if (chosen) return unitAt(chosen.layer, chosen.unit, chosen.from);
  return pinned && unitAt(pinned.layer, pinned.unit);
}

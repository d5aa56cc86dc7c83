import { forwardOne } from '../dense/forward';
import { unitFormula } from '../dense/unit-formula';
import { BIAS } from '../dense/weight-edit';
import { formatNumber, formatSigned } from '../format';
import type { SurfaceCursor } from './cursor';
import { answerAt } from './fields';
import { classOf, meaningOf } from './meaning';
import { heldCursor } from './press';
import type { SurfaceScene } from './scene';
import { answerWords } from './words';

export function readSurface(scene: SurfaceScene, cursor: SurfaceCursor): string {
  const { data, layers, network } = scene;
  if (cursor.part === 'plane') {
    const place = [cursor.x, cursor.y] as const;
    if (data.grid) return said(scene, place, '', answerAt(scene.fields, data, place));
    const values = forwardOne(layers, place);
    return said(scene, place, pinnedWords(scene, values), values[layers.length] ?? []);
  }
  const { layer, unit, from } = cursor;
  const name = network.nameOf(layer, unit);
  const own = layers[layer - 1];
  if (from === BIAS) return `bias of ${name}: ${formatSigned(own?.bias[unit] ?? NaN)}`;
  if (from !== null) {
    const weight = own?.kernel[from * own.units + unit] ?? NaN;
    return `weight from ${network.nameOf(layer - 1, from)} to ${name}: ${formatSigned(weight)}`;
  }
  const value = forwardOne(layers, scene.place)[layer]?.[unit] ?? NaN;
  const bias = own ? `, bias ${formatSigned(own.bias[unit] ?? NaN)}` : '';
  return `${name}: ${formatNumber(value)} at ${placeWords(scene, scene.place)}${bias}`;
}

/** "hidden unit 2 0.500, "; nothing of a pinned answer, which is said anyway. */
function pinnedWords({ pinned, network, layers }: SurfaceScene, values: number[][]): string {
  if (!pinned) return '';
  const { layer, unit } = pinned;
  if (layer === layers.length && layers[layer - 1]?.units === 1) return '';
  return `${network.nameOf(layer, unit)} ${formatNumber(values[layer]?.[unit] ?? NaN)}, `;
}

function said(
  scene: SurfaceScene,
  place: readonly [number, number],
  unit: string,
  answer: readonly number[],
): string {
  const words = answerWords(scene.data, scene.layers, answer);
  return `${placeWords(scene, place)}: ${unit}answer ${words}`;
}

const placeWords = ({ data }: SurfaceScene, [x, y]: readonly [number, number]) =>
  `${data.names[0]} ${formatNumber(x)}, ${data.names[1]} ${formatNumber(y)}`;

/** The sum of the unit that is pointed at, or of what the plane shows, with its numbers at a place. */
export function formulaOfSurface(scene: SurfaceScene, cursor: SurfaceCursor): string | null {
  const { data, layers, network, fields } = scene;
  if (layers.length === 0) return null;
  const onPlane = cursor.part === 'plane';
  const values = forwardOne(layers, onPlane ? [cursor.x, cursor.y] : scene.place);
  const last = layers.length;
  const answer = values[last] ?? [];
  const meaning = meaningOf(data, layers, fields, last, 0);
  const winner = answer.length === 1 ? 0 : Math.max(0, classOf(answer, meaning));
  const shown = scene.pinned ?? { layer: last, unit: winner };
  const { layer, unit } = onPlane ? shown : cursor;
  const own = layers[layer - 1];
  if (!own) return null;
  return unitFormula({
    layer: own,
    unit,
    nameOf: (from) => network.nameOf(layer - 1, from),
    values: values[layer - 1] ?? null,
    result: values[layer]?.[unit] ?? NaN,
    marked: onPlane ? null : cursor.from,
  });
}

/** Of what was picked out by a press, while nothing is pointed at. */
export function standingFormula(scene: SurfaceScene): string | null {
  const held = heldCursor(scene);
  return held && formulaOfSurface(scene, held);
}

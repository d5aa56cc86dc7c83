import { forwardOne } from '../dense/forward';
import { unitFormula } from '../dense/unit-formula';
import { BIAS } from '../dense/weight-edit';
import { choosing, weightSettings, type NamedLayers } from '../dense/weight-settings';
import type { CursorOf, History, Pressed } from '../figure-module';
import type { Setting, Settings } from '../setting';
import { unitName, type NetworkData } from './names';
import type { NetworkScene } from './scene';

type NetworkCursor = CursorOf<'network'>;

export const namedNetwork = (data: NetworkData): NamedLayers => ({
  layers: data.layers,
  nameOf: (layer, unit) => unitName(data, layer, unit),
});

export function networkSettings(
  history: History<'network'>,
  at: number,
  settings: Settings,
): Setting[] {
  const data = history.frames[at]?.data;
  return data ? weightSettings(namedNetwork(data), settings) : [];
}

/** A press on a weight, or on a unit for its bias, picks it out to be set. */
export function pressNetwork(scene: NetworkScene, cursor: NetworkCursor): Pressed | null {
  const { layer, unit, from } = cursor;
  if (layer === 0) return null;
  const place = { layer, unit, from: from ?? BIAS };
  return { settings: choosing(scene.network, place, scene.chosen) };
}

/** The number that is being set: a weight, or with its unit a bias. */
export function heldInNetwork({ chosen }: NetworkScene): NetworkCursor | null {
  if (!chosen) return null;
  const { layer, unit, from } = chosen;
  return { kind: 'network', layer, unit, from: from === BIAS ? null : from };
}

/** What every unit gives for the frame's example; null where it has none. */
export function valuesFor({ layers, example }: NetworkData): number[][] | null {
  return example ? forwardOne(layers, example) : null;
}

/** The sum of the unit that is pointed at, or into which the weight goes; with numbers where there is an example. */
export function formulaOfNetwork(scene: NetworkScene, cursor: NetworkCursor): string | null {
  const { layer, unit, from } = cursor;
  const own = scene.data.layers[layer - 1];
  if (!own) return null;
  const values = valuesFor(scene.data);
  const set = scene.chosen?.layer === layer && scene.chosen.unit === unit ? scene.chosen : null;
  return unitFormula({
    layer: own,
    unit,
    nameOf: (input) => unitName(scene.data, layer - 1, input),
    values: values?.[layer - 1] ?? null,
    result: values?.[layer]?.[unit] ?? NaN,
    marked: from ?? set?.from ?? null,
  });
}

/** Of the number that is being set, while nothing is pointed at. */
export function standingInNetwork(scene: NetworkScene): string | null {
  const held = heldInNetwork(scene);
  return held && formulaOfNetwork(scene, held);
}

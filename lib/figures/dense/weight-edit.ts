import type { NetworkLayer } from '@/lib/protocol';
import type { SettingValue, Settings } from '../setting';

/** A number of a network: the weight from a unit of the layer before, or with `from` -1 the unit's bias. Layers count from 1. */
export type WeightPlace = { layer: number; unit: number; from: number };

export const BIAS = -1;

/*
 * What a reader has set a weight to is a setting under a key of its own, so that many can be set and each put back.
 * `false` under the key is a weight that was put back.
 */
const PREFIX = 'weight';

export const editKey = ({ layer, unit, from }: WeightPlace) =>
  [PREFIX, layer, unit, from].join(' ');

export type WeightEdit = { place: WeightPlace; value: number };

/** The weights of these layers that the reader has set. */
export function editsOf(layers: readonly NetworkLayer[], settings: Settings): WeightEdit[] {
  return Object.entries(settings).flatMap(([key, value]) => {
    const place = typeof value === 'number' ? placeOf(key) : null;
    return place && trainedAt(layers, place) !== null ? [{ place, value: value as number }] : [];
  });
}

function placeOf(key: string): WeightPlace | null {
  const [prefix, ...numbers] = key.split(' ');
  const [layer, unit, from] = numbers.map(Number);
  if (prefix !== PREFIX || layer === undefined || unit === undefined || from === undefined) {
    return null;
  }
  return { layer, unit, from };
}

/** The number at that place; null where there is none. */
export function trainedAt(layers: readonly NetworkLayer[], place: WeightPlace): number | null {
  const layer = layers[place.layer - 1];
  const { unit, from } = place;
  if (!layer || !(unit >= 0 && unit < layer.units) || from >= layer.inputs) return null;
  return (from === BIAS ? layer.bias[unit] : layer.kernel[from * layer.units + unit]) ?? null;
}

/** The layers with those numbers in place of the trained ones; the same layers where there are none. */
export function withEdits(
  layers: readonly NetworkLayer[],
  edits: readonly WeightEdit[],
): readonly NetworkLayer[] {
  if (edits.length === 0) return layers;
  return layers.map((layer, index) => {
    const own = edits.filter(({ place }) => place.layer === index + 1);
    if (own.length === 0) return layer;
    const [kernel, bias] = [layer.kernel.slice(), layer.bias.slice()];
    for (const { place, value } of own) {
      if (place.from === BIAS) bias[place.unit] = value;
      else kernel[place.from * layer.units + place.unit] = value;
    }
    return { ...layer, kernel, bias };
  });
}

/** The settings that put all of them back. */
export function putBack(edits: readonly WeightEdit[]): Settings {
  return Object.fromEntries(
    edits.map(({ place }): [string, SettingValue] => [editKey(place), false]),
  );
}

import type { NetworkLayer } from '@/lib/protocol';
import { formatSigned } from '../format';
import { choiceOf, type Setting, type Settings } from '../setting';
import { BIAS, editKey, editsOf, putBack, trainedAt, type WeightPlace } from './weight-edit';

/** A network, and what its units are called; layer 0 is the inputs. */
export type NamedLayers = {
  layers: readonly NetworkLayer[];
  nameOf(layer: number, unit: number): string;
};

const CHOSEN = 'chosen';
const FROM = 'from';
const THE_BIAS = 'bias';
/** A weight can be moved to so many times the largest of its layer, and to this at least. */
const ROOM = 2;
const LEAST_ROOM = 1;

/** The number that the reader has picked out, by a press on its line or by name; null for none. */
export function chosenPlace(network: NamedLayers, settings: Settings): WeightPlace | null {
  const value = settings[CHOSEN];
  if (!Array.isArray(value)) return null;
  const [layer = 0, unit = -1, from = BIAS] = value as number[];
  const options = optionsFor(network, layer);
  const chosen = choiceOf(settings, FROM, options, options[from + 1] ?? THE_BIAS);
  const place = { layer, unit, from: options.indexOf(chosen) - 1 };
  return trainedAt(network.layers, place) === null ? null : place;
}

/** What a press on a weight or a bias sets: it is chosen, or let go if it was. */
export function choosing(
  network: NamedLayers,
  place: WeightPlace,
  chosen: WeightPlace | null,
): Settings {
  if (chosen && editKey(chosen) === editKey(place)) return { [CHOSEN]: false };
  const from = optionsFor(network, place.layer)[place.from + 1] ?? THE_BIAS;
  return { [CHOSEN]: [place.layer, place.unit, place.from], [FROM]: from };
}

/** The slider of the chosen weight, a list of those that its unit has, and the way back. */
export function weightSettings(network: NamedLayers, settings: Settings): Setting[] {
  const edits = editsOf(network.layers, settings);
  const place = chosenPlace(network, settings);
  const fields: Setting[] = place
    ? [listOf(network, place), sliderOf(network, place, settings)]
    : [];
  if (edits.length === 0) return fields;
  const label =
    edits.length === 1
      ? 'Put the trained weight back'
      : `Put the ${edits.length} trained weights back`;
  return [...fields, { kind: 'action', key: 'back', label, sets: putBack(edits) }];
}

function listOf(network: NamedLayers, { layer, unit, from }: WeightPlace): Setting {
  const options = optionsFor(network, layer);
  const label = `Into ${network.nameOf(layer, unit)}, from`;
  return { kind: 'choice', key: FROM, label, options, value: options[from + 1] ?? THE_BIAS };
}

function sliderOf(network: NamedLayers, place: WeightPlace, settings: Settings): Setting {
  const key = editKey(place);
  const trained = trainedAt(network.layers, place) ?? 0;
  const set = settings[key];
  const value = typeof set === 'number' ? set : trained;
  const end = roomFor(network.layers[place.layer - 1], place.from, value);
  const was = typeof set === 'number' ? `(trained ${formatSigned(trained)})` : '';
  return {
    kind: 'slider',
    key,
    label: place.from === BIAS ? 'Bias' : 'Weight',
    ...stopsThrough(trained, value, end),
    value,
    text: [formatSigned(value), was].filter(Boolean).join(' '),
    typed: was,
  };
}

/** Steps from zero to the end, about. */
const STEPS = 100;

/**
 * The stops of a slider, which it counts from its low end. The trained number is one of them, so that the slider begins
 * exactly there, and so is zero, unless the trained number is nearer to it than two thirds of a step. A number that was set
 * before the training went on lies between them: then the stops go through that one.
 */
function stopsThrough(trained: number, value: number, end: number) {
  const even = end / STEPS;
  const away = Math.abs(trained) / even;
  const step = away < 2 / 3 ? even : Math.abs(trained) / Math.max(1, Math.round(away));
  const between = Math.abs((value - trained) / step - Math.round((value - trained) / step));
  const stop = between < 1e-9 ? trained : value;
  const from = (way: 1 | -1) => stop + way * step * Math.ceil((end - way * stop) / step - 1e-9);
  return { min: from(-1), max: from(1), step };
}

/** A round number to either side of zero, with room around what is there. */
function roomFor(layer: NetworkLayer | undefined, from: number, value: number): number {
  let most = Math.max(LEAST_ROOM, Math.abs(value) / ROOM);
  for (const weight of (from === BIAS ? layer?.bias : layer?.kernel) ?? []) {
    if (Math.abs(weight) > most && Number.isFinite(weight)) most = Math.abs(weight);
  }
  return Math.ceil(2 * ROOM * most) / 2;
}

/** "bias", then the units of the layer before; those of one name are told apart by their number. */
function optionsFor({ layers, nameOf }: NamedLayers, layer: number): string[] {
  const count = layers[layer - 1]?.inputs ?? 0;
  const names = Array.from({ length: count }, (_, unit) => nameOf(layer - 1, unit));
  const repeated = new Set([THE_BIAS, ...names]).size <= names.length;
  return [THE_BIAS, ...names.map((name, unit) => (repeated ? `${unit + 1}: ${name}` : name))];
}

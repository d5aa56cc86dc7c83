import type { NetworkLayer } from '@/lib/protocol';
import { editsOf, withEdits, type WeightEdit, type WeightPlace } from '../dense/weight-edit';
import { chosenPlace, type NamedLayers } from '../dense/weight-settings';
import type { History } from '../figure-module';
import { layerScales, type LayerScale } from '../network/layer-scale';
import { choiceOf, numberOf, type Settings } from '../setting';
import { niceTicks, type Ticks } from '../ticks';
import { addedPoints, type Added } from './added';
import { fieldsOf, type Fields, type SurfaceData } from './fields';
import { nextClass } from './next-class';
import { hasPictures, layoutOf, type SurfaceLayout } from './layout';

/** A unit whose values are shown; layer 0 is the inputs. */
export type Shown = { layer: number; unit: number };

export type SurfaceScene = SurfaceLayout & {
  data: SurfaceData;
  /** As trained, with what its units are called. */
  network: NamedLayers;
  edits: readonly WeightEdit[];
  /** With what the reader has set. */
  layers: readonly NetworkLayer[];
  fields: Fields;
  scales: LayerScale[];
  ticks: { x: Ticks; y: Ticks };
  /** Kept in the plot while the reader points at no other; null for the answer. */
  pinned: Shown | null;
  /** The weight that is being set. */
  chosen: WeightPlace | null;
  /** Where the numbers of the formulas are taken. */
  place: readonly [x: number, y: number];
  added: Added;
  nextClass: number;
};

export const ANSWER = 'the answer';

const EMPTY: SurfaceData = {
  x: [-1, 1],
  y: [-1, 1],
  names: ['x', 'y'],
  labels: [],
  points: new Float32Array(0),
  classes: new Uint8Array(0),
  layers: [],
  grid: null,
  held: '',
  control: null,
};

export const dataAt = (history: History<'surface'>, at: number): SurfaceData =>
  history.frames[at]?.data ?? EMPTY;

export function surfaceScene(
  history: History<'surface'>,
  at: number,
  width: number,
  settings: Settings,
): SurfaceScene {
  const data = dataAt(history, at);
  const network = namedLayers(data);
  const edits = editsOf(data.layers, settings);
  const layers = withEdits(data.layers, edits);
  return {
    ...layoutOf(data.layers, width),
    data,
    network,
    edits,
    layers,
    fields: fieldsOf(data, layers),
    scales: layerScales(history),
    ticks: { x: niceTicks(...data.x, 6), y: niceTicks(...data.y, 6) },
    pinned: pinnedUnit(data, settings),
    chosen: hasPictures(data.layers) ? chosenPlace(network, settings) : null,
    place: placeOf(data, settings),
    added: addedPoints(data, settings),
    nextClass: nextClass(data, settings),
  };
}

/** "x", "dense 1 unit 3", "answer"; several outputs have the names of their classes. */
export function namedLayers({ layers, names, labels }: SurfaceData): NamedLayers {
  const last = layers.length;
  return {
    layers,
    nameOf(layer, unit) {
      if (layer === 0) return names[unit] ?? `input ${unit + 1}`;
      if (layer === last && layers[last - 1]?.units === 1) return 'answer';
      if (layer === last) return labels[unit] ?? `output ${unit + 1}`;
      return `${layers[layer - 1]?.name ?? `layer ${layer}`} unit ${unit + 1}`;
    },
  };
}

export const LAYER = 'layer';
export const UNIT = 'unit';

/** The names of the layers whose units can be looked at, after that of the answer. */
export const shownOptions = ({ layers }: SurfaceData) => [
  ANSWER,
  'inputs',
  ...layers.map((layer) => layer.name),
];

export function pinnedUnit(data: SurfaceData, settings: Settings): Shown | null {
  const options = shownOptions(data);
  const layer = options.indexOf(choiceOf(settings, LAYER, options, ANSWER)) - 1;
  if (layer < 0 || data.grid) return null;
  const units = layer === 0 ? 2 : (data.layers[layer - 1]?.units ?? 1);
  return { layer, unit: Math.round(numberOf(settings, UNIT, 1, [1, units])) - 1 };
}

export const PLACE = 'place';

function placeOf(data: SurfaceData, settings: Settings): readonly [number, number] {
  const set = settings[PLACE];
  if (Array.isArray(set) && set.length === 2) return set as unknown as [number, number];
  const [x = (data.x[0] + data.x[1]) / 2, y = (data.y[0] + data.y[1]) / 2] = data.points;
  return [x, y];
}

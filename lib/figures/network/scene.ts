import { editsOf, withEdits, type WeightPlace } from '../dense/weight-edit';
import { chosenPlace, type NamedLayers } from '../dense/weight-settings';
import type { Extent, History, Point } from '../figure-module';
import { bandOf, type Band } from './band';
import { layerScales, type LayerScale } from './layer-scale';
import { layoutOf, type Layout } from './layout';
import { NO_SETTINGS, type Settings } from '../setting';
import type { NetworkData } from './names';
import { namedNetwork } from './what-if';

export type NetworkScene = Extent & {
  /** With what the reader has set in place of what was trained. */
  data: NetworkData;
  /** As trained. */
  network: NamedLayers;
  /** The number that is being set. */
  chosen: WeightPlace | null;
  layout: Layout;
  bands: Band[];
  scales: LayerScale[];
};

export function networkScene(
  history: History<'network'>,
  at: number,
  width: number,
  settings: Settings = NO_SETTINGS,
): NetworkScene {
  const trained = history.frames[at]?.data ?? { inputs: [], outputs: [], layers: [] };
  const network = namedNetwork(trained);
  const layers = withEdits(trained.layers, editsOf(trained.layers, settings));
  const data = { ...trained, layers: [...layers] };
  const layout = layoutOf(data, width);
  const scales = layerScales(history);
  return {
    width: layout.width,
    height: layout.height,
    data,
    network,
    chosen: chosenPlace(network, settings),
    layout,
    scales,
    bands: data.layers.map((layer, i) => bandOf(layer, i + 1, scales[i]?.weight ?? 0)),
  };
}

/** Where an edge starts and ends: at its units' rims. */
export function edgeEnds(scene: NetworkScene, band: Band, edge: number): [Point, Point] | null {
  const before = scene.layout.columns[band.layer - 1];
  const after = scene.layout.columns[band.layer];
  const from = before?.nodes[Math.floor(edge / band.units)];
  const to = after?.nodes[edge % band.units];
  if (!before || !after || !from || !to) return null;
  return [
    { x: from.x + before.radius, y: from.y },
    { x: to.x - after.radius, y: to.y },
  ];
}

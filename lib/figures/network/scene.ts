import type { Extent, History, Point } from '../figure-module';
import { bandOf, type Band } from './band';
import { layerScales, type LayerScale } from './layer-scale';
import { layoutOf, type Layout } from './layout';
import type { NetworkData } from './names';

export type NetworkScene = Extent & {
  data: NetworkData;
  layout: Layout;
  bands: Band[];
  scales: LayerScale[];
};

export function networkScene(history: History<'network'>, at: number, width: number): NetworkScene {
  const data = history.frames[at]?.data ?? { inputs: [], outputs: [], layers: [] };
  const layout = layoutOf(data, width);
  const scales = layerScales(history);
  return {
    width: layout.width,
    height: layout.height,
    data,
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

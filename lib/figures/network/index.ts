import type { FigureModule } from '../figure-module';
import { hitNetwork, moveNetwork, readNetwork } from './cursor';
import { drawEdges, drawNetwork } from './draw';
import { networkScene, type NetworkScene } from './scene';
import { describeNetwork, networkTable } from './words';

/** A stack of dense layers: units as circles, weights as edges. */
export const network = {
  kind: 'network',
  waitingHeight: () => 536,
  scene: networkScene,
  backdrop: drawEdges,
  draw: drawNetwork,
  describe: describeNetwork,
  table: networkTable,
  hit: hitNetwork,
  move: moveNetwork,
  readout: readNetwork,
} satisfies FigureModule<'network', NetworkScene>;

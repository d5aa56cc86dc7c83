import type { FigureModule } from '../figure-module';
import { hitNetwork, moveNetwork, readNetwork } from './cursor';
import { drawEdges, drawNetwork } from './draw';
import { networkScene, type NetworkScene } from './scene';
import { formulaOfNetwork, standingInNetwork, networkSettings, pressNetwork } from './what-if';
import { describeNetwork, networkTable } from './words';

/** A stack of dense layers: units as circles, weights as edges. */
export const network = {
  kind: 'network',
  waitingHeight: () => 536,
  settings: networkSettings,
  scene: networkScene,
  backdrop: drawEdges,
  draw: drawNetwork,
  describe: describeNetwork,
  table: networkTable,
  hit: hitNetwork,
  move: moveNetwork,
  readout: readNetwork,
  press: pressNetwork,
  formula: formulaOfNetwork,
  standing: standingInNetwork,
} satisfies FigureModule<'network', NetworkScene>;

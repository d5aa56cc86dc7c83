import type { FigureModule } from '../figure-module';
import { hitGraph, moveGraph, pressGraph, readGraph } from './cursor';
import { drawGraph } from './draw';
import { graphFormula, standingFormula } from './formula';
import { graphScene, type GraphScene } from './scene';
import { describeGraph, graphSettings, graphTable } from './words';

/** A computation as a graph, walked forward with its values and backward with its gradients. */
export const graph = {
  kind: 'graph',
  waitingHeight: () => 220,
  settings: graphSettings,
  scene: graphScene,
  draw: drawGraph,
  describe: describeGraph,
  table: graphTable,
  hit: hitGraph,
  move: moveGraph,
  readout: readGraph,
  press: pressGraph,
  formula: graphFormula,
  standing: standingFormula,
} satisfies FigureModule<'graph', GraphScene>;

import type { FigureModule } from '../figure-module';
import { hitConfusion, moveConfusion, pressConfusion, readConfusion } from './cursor';
import { drawConfusion } from './draw';
import { confusionScene, type ConfusionScene } from './scene';
import { confusionTable, describeConfusion } from './words';

/** Actual against predicted classes, counted. */
export const confusion = {
  kind: 'confusion',
  waitingHeight: () => 216,
  scene: confusionScene,
  draw: drawConfusion,
  describe: describeConfusion,
  table: confusionTable,
  hit: hitConfusion,
  move: moveConfusion,
  readout: readConfusion,
  press: pressConfusion,
} satisfies FigureModule<'confusion', ConfusionScene>;

import type { FigureModule } from '../figure-module';
import { hitDescent, moveDescent, pressDescent, readDescent } from './cursor';
import { drawDescent } from './draw';
import { descentFormula } from './formula';
import { descentScene, heightFor, type DescentScene } from './scene';
import { descentSettings } from './settings';
import { descentTable, describeDescent } from './words';

/** A loss surface as a contour, and optimizers on their way down. */
export const descent = {
  kind: 'descent',
  waitingHeight: heightFor,
  settings: descentSettings,
  scene: descentScene,
  draw: drawDescent,
  describe: describeDescent,
  table: descentTable,
  hit: hitDescent,
  move: moveDescent,
  readout: readDescent,
  press: pressDescent,
  formula: descentFormula,
} satisfies FigureModule<'descent', DescentScene>;

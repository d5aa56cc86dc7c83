import type { FigureModule } from '../figure-module';
import { hitGan2d, moveGan2d } from './cursor';
import { drawGan2d } from './draw';
import { gan2dLayout } from './layout';
import { gan2dScene, type Gan2dScene } from './scene';
import { gan2dSettings } from './shown';
import { describeGan2d, gan2dFormula, gan2dTable, readGan2d } from './words';

/** A generator against a discriminator in the plane. */
export const gan2d = {
  kind: 'gan2d',
  waitingHeight: (width) => gan2dLayout(width, true).height,
  settings: gan2dSettings,
  scene: gan2dScene,
  draw: drawGan2d,
  describe: describeGan2d,
  table: gan2dTable,
  hit: hitGan2d,
  move: moveGan2d,
  readout: readGan2d,
  formula: gan2dFormula,
} satisfies FigureModule<'gan2d', Gan2dScene>;

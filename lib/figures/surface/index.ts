import type { FigureModule } from '../figure-module';
import { hitSurface } from './hit';
import { moveSurface } from './move';
import { pressSurface } from './press';
import { formulaOfSurface, readSurface, standingFormula } from './read';
import { drawSurface } from './draw';
import { surfaceScene, type SurfaceScene } from './scene';
import { surfaceSettings } from './settings';
import { describeSurface, surfaceTable } from './words';

/** A model's answers over a plane of two inputs, with each unit of a small network as a picture of its own. */
export const surface = {
  kind: 'surface',
  waitingHeight: (width) => (width < 540 ? 2 : 1) * 300 + 160,
  settings: surfaceSettings,
  scene: surfaceScene,
  draw: drawSurface,
  describe: describeSurface,
  table: surfaceTable,
  hit: hitSurface,
  move: moveSurface,
  readout: readSurface,
  press: pressSurface,
  formula: formulaOfSurface,
  standing: standingFormula,
} satisfies FigureModule<'surface', SurfaceScene>;

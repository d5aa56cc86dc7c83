import type { FigureModule } from '../figure-module';
import { hitCurve, moveCurve, readCurve } from './cursor';
import { drawCurve } from './draw';
import { curveScene, type CurveScene } from './scene';
import { curveTable, describeCurve } from './words';

/** Metrics over steps, in small multiples. */
export const curve: FigureModule<'curve', CurveScene> = {
  kind: 'curve',
  scene: curveScene,
  draw: drawCurve,
  describe: describeCurve,
  table: curveTable,
  hit: hitCurve,
  move: moveCurve,
  readout: readCurve,
};

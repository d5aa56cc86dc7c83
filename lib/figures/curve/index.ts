import type { FigureModule } from '../figure-module';
import { hitCurve, moveCurve, readCurve } from './cursor';
import { drawCurve } from './draw';
import { curveScene, type CurveScene } from './scene';
import { curveTable, describeCurve } from './words';

/** Metrics over steps, in small multiples. */
export const curve = {
  kind: 'curve',
  waitingHeight: (width) => (width < 540 ? 448 : 248),
  scene: curveScene,
  draw: drawCurve,
  describe: describeCurve,
  table: curveTable,
  hit: hitCurve,
  move: moveCurve,
  readout: readCurve,
} satisfies FigureModule<'curve', CurveScene>;

import type { FigureModule } from '../figure-module';
import { hitLines, moveLines, readLines } from './cursor';
import { drawLines } from './draw';
import { linesScene, type LinesScene } from './scene';
import { describeLines, linesSettings, linesTable } from './words';

/** Named lines over axes of any meaning, either of them logarithmic. */
export const lines = {
  kind: 'lines',
  waitingHeight: (width) => (width < 540 ? 260 : 320),
  settings: linesSettings,
  scene: linesScene,
  draw: drawLines,
  describe: describeLines,
  table: linesTable,
  hit: hitLines,
  move: moveLines,
  readout: readLines,
} satisfies FigureModule<'lines', LinesScene>;

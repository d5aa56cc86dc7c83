import type { FigureModule } from '../figure-module';
import { hitMatrix, moveMatrix, readMatrix } from './cursor';
import { drawMatrix } from './draw';
import { matrixScene, type MatrixScene } from './scene';
import { describeMatrix, matrixTable } from './words';

/** A heat map with its numbers. */
export const matrix = {
  kind: 'matrix',
  waitingHeight: () => 248,
  scene: matrixScene,
  draw: drawMatrix,
  describe: describeMatrix,
  table: matrixTable,
  hit: hitMatrix,
  move: moveMatrix,
  readout: readMatrix,
} satisfies FigureModule<'matrix', MatrixScene>;

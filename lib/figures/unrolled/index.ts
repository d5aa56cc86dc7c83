import type { FigureModule } from '../figure-module';
import { hitUnrolled, moveUnrolled, readUnrolled } from './cursor';
import { drawUnrolled } from './draw';
import { unrolledFormula } from './formula';
import { unrolledScene, type UnrolledScene } from './scene';
import { describeUnrolled, unrolledSettings, unrolledTable } from './words';

/** A recurrent layer, a copy of it for each step of a sequence. */
export const unrolled = {
  kind: 'unrolled',
  waitingHeight: () => 280,
  settings: unrolledSettings,
  scene: unrolledScene,
  draw: drawUnrolled,
  describe: describeUnrolled,
  table: unrolledTable,
  hit: hitUnrolled,
  move: moveUnrolled,
  readout: readUnrolled,
  formula: unrolledFormula,
} satisfies FigureModule<'unrolled', UnrolledScene>;

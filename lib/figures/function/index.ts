import type { FigureModule } from '../figure-module';
import {
  formulaOf,
  hitFunction,
  moveFunction,
  pressFunction,
  readFunction,
  restFunction,
} from './cursor';
import { drawFunction } from './draw';
import { functionHeight, functionScene, type FunctionScene } from './scene';
import { describeFunction, functionSettings, functionTable } from './words';

/** Functions of one number, and their derivatives beneath. */
export const functionFigure = {
  kind: 'function',
  waitingHeight: functionHeight,
  settings: functionSettings,
  scene: functionScene,
  draw: drawFunction,
  describe: describeFunction,
  table: functionTable,
  hit: hitFunction,
  move: moveFunction,
  readout: readFunction,
  press: pressFunction,
  formula: formulaOf,
  standing: (scene) => formulaOf(scene, restFunction(scene)),
} satisfies FigureModule<'function', FunctionScene>;

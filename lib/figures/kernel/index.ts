import type { FigureModule } from '../figure-module';
import { hitKernel, kernelTex, moveKernel, pressKernel, readKernel } from './cursor';
import { drawKernel } from './draw';
import { kernelScene, type KernelScene } from './scene';
import { kernelSettings } from './settings';
import { describeKernel, kernelTable } from './words';

/** A kernel to paint in, over a picture: what it makes of the picture is there at once. */
export const kernel = {
  kind: 'kernel',
  waitingHeight: (width) => (width < 540 ? 380 : 280),
  settings: (history, at, settings) => {
    const data = history.frames[at]?.data;
    return data ? kernelSettings(data, settings) : [];
  },
  scene: kernelScene,
  draw: drawKernel,
  describe: describeKernel,
  table: kernelTable,
  hit: hitKernel,
  move: moveKernel,
  readout: readKernel,
  press: pressKernel,
  formula: kernelTex,
} satisfies FigureModule<'kernel', KernelScene>;

import type { FigureModule } from '../figure-module';
import { hitHistograms, moveHistograms, readHistograms } from './cursor';
import { drawHistograms } from './draw';
import { histogramsHeight, histogramsScene, type HistogramsScene } from './scene';
import { describeHistograms, histogramsSettings, histogramsTable } from './words';

/** How large the activations, gradients and weights of each layer are, one row a layer. */
export const histograms = {
  kind: 'histograms',
  waitingHeight: histogramsHeight,
  settings: histogramsSettings,
  scene: histogramsScene,
  draw: drawHistograms,
  describe: describeHistograms,
  table: histogramsTable,
  hit: hitHistograms,
  move: moveHistograms,
  readout: readHistograms,
} satisfies FigureModule<'histograms', HistogramsScene>;

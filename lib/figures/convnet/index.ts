import type { FigureModule } from '../figure-module';
import { hitConvnet, moveConvnet, openedTex, pressConvnet, readConvnet } from './cursor';
import { drawConvnet } from './draw';
import { drawEdges } from './draw-edges';
import { convnetScene, type ConvnetScene } from './scene';
import { convnetSettings } from './settings';
import { convnetTable, describeConvnet } from './words';

/** A convolutional network for one image: layers as columns of maps; a map opens into the sum that makes it. */
export const convnet = {
  kind: 'convnet',
  waitingHeight: () => 480,
  settings: (history, at, settings) => {
    const data = history.frames[at]?.data;
    return data ? convnetSettings(data, settings) : [];
  },
  scene: convnetScene,
  backdrop: drawEdges,
  draw: drawConvnet,
  describe: describeConvnet,
  table: convnetTable,
  hit: hitConvnet,
  move: moveConvnet,
  readout: readConvnet,
  press: pressConvnet,
  formula: (scene, cursor) => openedTex(scene, cursor.at),
  standing: (scene) => openedTex(scene, null),
} satisfies FigureModule<'convnet', ConvnetScene>;

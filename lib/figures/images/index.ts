import type { FigureModule } from '../figure-module';
import { hitImages, moveImages, pressImages, readImages } from './cursor';
import { drawImages } from './draw';
import { scaleSettings } from './scale';
import { imagesScene, type ImagesScene } from './scene';
import { describeImages, imagesTable } from './words';

/** Small images side by side: examples, filters, feature maps, samples, mistakes. One at a time opens. */
export const images = {
  kind: 'images',
  waitingHeight: () => 232,
  settings: (history, at, settings) => {
    const data = history.frames[at]?.data;
    return data ? scaleSettings(data, settings) : [];
  },
  scene: imagesScene,
  draw: drawImages,
  describe: describeImages,
  table: imagesTable,
  hit: hitImages,
  move: moveImages,
  readout: readImages,
  press: pressImages,
} satisfies FigureModule<'images', ImagesScene>;

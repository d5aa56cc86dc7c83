import type { CursorOf, FigureModule, Point } from '../figure-module';
import { moveInGrid } from '../move-in-grid';
import { drawLatent } from './draw';
import { latentSettings } from './path';
import { latentScene, type LatentScene } from './scene';
import { describeLatent, latentTable, readLatent } from './words';

/** A walk through the noise of a generator of images. */
export const latent = {
  kind: 'latent',
  waitingHeight: (width) => (width < 560 ? width + 284 : 456),
  settings: latentSettings,
  scene: latentScene,
  draw: drawLatent,
  describe: describeLatent,
  table: latentTable,
  hit: hitLatent,
  move: (scene, cursor, key) => ({
    kind: 'latent',
    ...moveInGrid(cursor ?? scene.node, key, scene.data.size, scene.data.size),
  }),
  readout: readLatent,
} satisfies FigureModule<'latent', LatentScene>;

function hitLatent({ square, data }: LatentScene, { x, y }: Point): CursorOf<'latent'> | null {
  const row = Math.floor(((y - square.y) / square.height) * data.size);
  const column = Math.floor(((x - square.x) / square.width) * data.size);
  if (row < 0 || column < 0 || row >= data.size || column >= data.size) return null;
  return { kind: 'latent', row, column };
}

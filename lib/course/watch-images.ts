import { figureSpec } from './figure-spec';
import type { Host } from './host';
import { liveFigure } from './live-figure';
import { imagesData } from './show-images';
import type { ImagesWatch, Watch } from './types/watch';

/** `watch.images` */
export function watchImages(host: Host, options: Parameters<Watch['images']>[0] = {}): ImagesWatch {
  const figure = liveFigure(host, figureSpec<'images'>('images', 'Images', options));
  figure.open();
  return {
    async add(step, images, labels) {
      if (!Number.isFinite(step)) {
        throw new TypeError(
          `watch.images: add needs the step first, a number, but got ${String(step)}.`,
        );
      }
      const own = labels === undefined ? options : { ...options, labels };
      figure.add(step, await imagesData(images, own, 'watch.images'));
    },
  };
}

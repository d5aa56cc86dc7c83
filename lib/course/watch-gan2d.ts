import { figureSpec } from './figure-spec';
import { gan2dReader } from './gan2d-data';
import type { Host } from './host';
import { liveFigure } from './live-figure';
import type { Gan2dOptions, Gan2dWatch } from './types/gan';

/** `watch.gan2d`. */
export function watchGan2d(host: Host, options: Gan2dOptions): Gan2dWatch {
  const reader = gan2dReader(options, 'watch.gan2d');
  const spec = figureSpec('gan2d', 'The two players', options);
  const figure = liveFigure(host, spec);
  figure.open();
  return {
    async add(step, note = '') {
      if (!Number.isFinite(step)) {
        throw new TypeError(
          `watch.gan2d: add needs the step first, a number, but got ${String(step)}.`,
        );
      }
      figure.add(step, await reader.read(note));
    },
  };
}

import { figureSpec, joined } from '../figure-spec';
import type { Host } from '../host';
import { liveFigure } from '../live-figure';
import type * as tf from '../tf';
import type { WatchOptions } from '../types/watch';
import { LIMITS } from '@/lib/protocol';
import { clipped } from '../walk';
import { recordAlso } from './also';
import { recordHistograms } from './histograms';
import { recordConvnet, recordFeatureMaps, recordFilters } from './images';
import { recordNetwork } from './network';
import { recordSurface } from './surface';
import type { Recorder, RecorderFactory, RecorderParts } from './recorder';

export type { Recorder, RecorderFactory, RecorderParts } from './recorder';

/** All kinds that `watch` can record, in the order in which their figures stand below the curve. */
const FACTORIES: readonly RecorderFactory[] = [
  recordNetwork,
  recordSurface,
  recordHistograms,
  recordFilters,
  recordFeatureMaps,
  recordConvnet,
  recordAlso,
];

/** Those that the options ask for. @throws {TypeError | RangeError} what a factory throws. */
export function recordersFor(
  host: Host,
  model: tf.LayersModel,
  options: WatchOptions,
  stepName: string,
): Recorder[] {
  const figure: RecorderParts['figure'] = (kind, title, caption = '') => {
    const named = options.title === undefined ? title : `${options.title}: ${title.toLowerCase()}`;
    const spec = figureSpec(kind, title, { stepName });
    return liveFigure(host, {
      ...spec,
      title: clipped(named, LIMITS.name),
      caption: joined(caption),
    });
  };
  return FACTORIES.flatMap((make) => make({ host, model, options, figure }) ?? []);
}
